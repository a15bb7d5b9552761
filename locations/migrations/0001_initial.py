"""The tables of locations."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import portal.core.routes
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portal', '0002_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='LocationIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('questions', wagtail.fields.StreamField([('question', 5)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 140}), 1: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Location', 'page_type': ['locations.LocationPage']}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Why it fits', 'max_length': 160}), 3: ('wagtail.blocks.StructBlock', [[('location', 1), ('reason', 2)]], {}), 4: ('wagtail.blocks.ListBlock', (3,), {'label': 'Locations that fit'}), 5: ('wagtail.blocks.StructBlock', [[('question', 0), ('answers', 4)]], {})}, help_text='Questions somebody may have, and the locations that fit.', verbose_name='from question to location')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'list of locations',
            },
            bases=(portal.core.routes.TranslatedRoutesMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='OnboardingIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
                ('trajectory_title', models.CharField(blank=True, max_length=120, verbose_name='title of the trajectory')),
                ('trajectory_intro', models.TextField(blank=True, max_length=400, verbose_name='introduction of the trajectory')),
            ],
            options={
                'verbose_name': 'joining',
            },
            bases=(portal.core.routes.TranslatedRoutesMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='PartnerIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'list of partners',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='LocationPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('status', models.CharField(choices=[('actief', 'active'), ('toetredend', 'joining'), ('verkend', 'being explored')], default='toetredend', max_length=12, verbose_name='status')),
                ('joins_from', models.DateField(blank=True, null=True, verbose_name='joins from')),
                ('town', models.CharField(blank=True, max_length=80, verbose_name='town')),
                ('latitude', models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True, verbose_name='latitude')),
                ('longitude', models.DecimalField(blank=True, decimal_places=4, max_digits=7, null=True, verbose_name='longitude')),
                ('coordinates_are_example', models.BooleanField(default=False, verbose_name='coordinates are an example')),
                ('age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pupils from age')),
                ('age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='pupils up to age')),
                ('characteristics', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('po-en-vo-onder-een-dak', 'primary and secondary together'), ('juniorenklassen', 'junior classes'), ('persoonlijke-leerroutes', 'personal learning routes'), ('maatwerkdiploma', 'tailor-made diploma'), ('gemengde-opleidingsgroep', 'mixed training group'), ('mbo-in-het-team', 'vocational colleagues in the team'), ('buiten-de-stad', 'outside the city of Utrecht')], max_length=30), blank=True, default=list, help_text='Separated by commas.', size=None, verbose_name='characteristics')),
                ('gable', models.CharField(choices=[('tien', 'stepped gable'), ('doorn', 'rising roof'), ('maarsbergen', 'barn roof'), ('unic', 'bell gable'), ('huis', 'plain house')], default='huis', max_length=12, verbose_name='gable')),
                ('what_is_different', models.TextField(blank=True, help_text='What will a colleague in training find only here?', max_length=400, verbose_name='what is different here')),
                ('team_text', models.TextField(blank=True, max_length=600, verbose_name='the team')),
                ('without_group_note', models.TextField(blank=True, help_text='What the route finder says as long as no training group meets here.', max_length=300, verbose_name='without a training group')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
                ('to_complete', models.TextField(blank=True, help_text='For editors only; one point a line.', verbose_name='still to be completed')),
                ('represents', models.ForeignKey(help_text='The partner that owns this page and everything below it.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portal.partner', verbose_name='space of')),
            ],
            options={
                'verbose_name': 'location',
                'verbose_name_plural': 'locations',
            },
            bases=('portal.portalpage', models.Model),
        ),
        migrations.CreateModel(
            name='LocationContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('task', models.CharField(choices=[('kennismaken', 'getting to know the location'), ('labs', 'questions about labs'), ('warme-overdracht', 'warm handover'), ('schoolsafari', 'school safari'), ('aansluiten', 'joining as a school')], max_length=20, verbose_name='about')),
                ('role', models.CharField(help_text='A role, not the name of a person.', max_length=80, verbose_name='who answers')),
                ('email', models.EmailField(blank=True, help_text='The form on the site mails to it.', max_length=254, verbose_name='e-mail address')),
                ('tel', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ()\\-]{4,28}$', 'Write a telephone number, such as 030 123 45 67.')], verbose_name='telephone')),
                ('answers_within', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='answers within (working days)')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='checked on')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='locations.locationpage')),
            ],
            options={
                'verbose_name': 'contact',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OnboardingPhase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('slug', models.SlugField(max_length=80, verbose_name='short name in addresses')),
                ('order', models.PositiveSmallIntegerField(verbose_name='order')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('intro', models.TextField(max_length=400, verbose_name='introduction')),
                ('month_from', models.PositiveSmallIntegerField(verbose_name='from month')),
                ('month_to', models.PositiveSmallIntegerField(verbose_name='up to month')),
                ('gate', models.TextField(blank=True, max_length=300, verbose_name='gate to the next phase')),
                ('source_lines', models.CharField(blank=True, max_length=40, verbose_name='lines in the source')),
                ('is_example', models.BooleanField(default=False, verbose_name='planning is an example')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'phase of joining',
                'verbose_name_plural': 'phases of joining',
                'ordering': ['order'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='OnboardingTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('slug', models.SlugField(max_length=80, verbose_name='short name')),
                ('title', models.CharField(max_length=140, verbose_name='task')),
                ('why', models.TextField(max_length=300, verbose_name='why')),
                ('required', models.BooleanField(default=True, verbose_name='required')),
                ('opens_gate', models.BooleanField(default=False, verbose_name='needed for the next phase')),
                ('done_when', models.CharField(choices=[('handmatig', 'somebody ticks it'), ('automatisch', 'the portal sees it')], default='handmatig', max_length=12, verbose_name='done when')),
                ('check_name', models.CharField(blank=True, choices=[('locatiepagina-live', 'the location page is published'), ('locatiepagina-engels-live', 'the English location page is published'), ('actieve-redacteuren', 'this many editors are active'), ('teamblok-ingevuld', 'the team block is filled in'), ('contacten-gecontroleerd', 'each contact was checked in the last six months'), ('labs-gepubliceerd', 'this many labs are published'), ('lab-met-leerresultaat', 'this many labs have a learning outcome'), ('lab-met-komende-sessie', 'this many labs have a session to come'), ('safari-opdracht-live', 'the safari assignment is published'), ('opleidingsgroep-gekoppeld', 'the location belongs to a training group'), ('verhaal-gepubliceerd', 'this many stories are published')], max_length=40, verbose_name='what the portal checks')),
                ('minimum', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='at least')),
                ('evidence', models.CharField(blank=True, max_length=200, verbose_name='what to write down')),
                ('source_lines', models.CharField(blank=True, max_length=40, verbose_name='lines in the source')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('phase', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='locations.onboardingphase')),
            ],
            options={
                'verbose_name': 'task',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PartnerPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('formality_note', models.TextField(blank=True, help_text='How formal is it, and since when?', max_length=300, verbose_name='about the cooperation')),
                ('website', models.URLField(blank=True, verbose_name='website')),
                ('since', models.DateField(blank=True, null=True, verbose_name='partner since')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
                ('represents', models.ForeignKey(help_text='The partner that owns this page and everything below it.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portal.partner', verbose_name='space of')),
            ],
            options={
                'verbose_name': 'partner page',
                'verbose_name_plural': 'partner pages',
            },
            bases=('portal.portalpage', models.Model),
        ),
        migrations.CreateModel(
            name='PartnerContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('task', models.CharField(choices=[('kennismaken', 'getting to know the location'), ('labs', 'questions about labs'), ('warme-overdracht', 'warm handover'), ('schoolsafari', 'school safari'), ('aansluiten', 'joining as a school')], max_length=20, verbose_name='about')),
                ('role', models.CharField(help_text='A role, not the name of a person.', max_length=80, verbose_name='who answers')),
                ('email', models.EmailField(blank=True, help_text='The form on the site mails to it.', max_length=254, verbose_name='e-mail address')),
                ('tel', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ()\\-]{4,28}$', 'Write a telephone number, such as 030 123 45 67.')], verbose_name='telephone')),
                ('answers_within', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='answers within (working days)')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='checked on')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='locations.partnerpage')),
            ],
            options={
                'verbose_name': 'contact',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='QuestionCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='day')),
                ('page', models.CharField(max_length=120, verbose_name='page')),
                ('task', models.CharField(max_length=20, verbose_name='about')),
                ('number', models.PositiveIntegerField(default=0, verbose_name='number')),
            ],
            options={
                'verbose_name': 'number of questions',
                'verbose_name_plural': 'numbers of questions',
                'constraints': [models.UniqueConstraint(fields=('day', 'page', 'task'), name='one_count_of_questions_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Trajectory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('starts_on', models.DateField(verbose_name='starts on')),
                ('joins_on', models.DateField(verbose_name='planned joining date')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('partner', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='trajectory', to='portal.partner', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'trajectory of a joining location',
                'verbose_name_plural': 'trajectories of joining locations',
                'ordering': ['joins_on', 'name'],
            },
        ),
        migrations.CreateModel(
            name='TaskProgress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('task', models.SlugField(max_length=80, verbose_name='task')),
                ('done_on', models.DateField(verbose_name='done on')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='what came out of it')),
                ('trajectory', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='locations.trajectory')),
            ],
            options={
                'verbose_name': 'finished task',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LocationUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('unit', 'unit'), ('junior-afdeling', 'junior department')], default='unit', max_length=20, verbose_name='kind')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('age_from', models.PositiveSmallIntegerField(verbose_name='from age')),
                ('age_to', models.PositiveSmallIntegerField(verbose_name='up to age')),
                ('groups', models.CharField(blank=True, help_text='For example: groep 7 en 8', max_length=80, verbose_name='groups')),
                ('subjects', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('taal', 'language'), ('rekenen', 'arithmetic'), ('sociale-vaardigheden', 'social skills'), ('filosofie', 'philosophy'), ('mens-en-maatschappij', 'people and society'), ('natuur-en-techniek', 'nature and technology'), ('kunst-en-cultuur', 'art and culture')], max_length=30), blank=True, default=list, help_text='Only for a junior department, separated by commas.', size=None, verbose_name='subjects')),
                ('text', models.TextField(blank=True, max_length=600, verbose_name='text')),
                ('meet_text', models.TextField(blank=True, help_text='For colleagues who train for another sector.', max_length=600, verbose_name='how you get to know it')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='units', to='locations.locationpage')),
            ],
            options={
                'verbose_name': 'unit',
                'ordering': ['sort_order'],
                'abstract': False,
                'unique_together': {('translation_key', 'locale')},
            },
        ),
        migrations.AddConstraint(
            model_name='onboardingphase',
            constraint=models.UniqueConstraint(fields=('locale', 'slug'), name='one_phase_per_slug_and_language'),
        ),
        migrations.AlterUniqueTogether(
            name='onboardingphase',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='onboardingtask',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddConstraint(
            model_name='taskprogress',
            constraint=models.UniqueConstraint(fields=('trajectory', 'task'), name='one_row_per_finished_task'),
        ),
    ]
