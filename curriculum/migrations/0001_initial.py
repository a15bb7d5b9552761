"""The tables of curriculum."""

import django.contrib.postgres.fields
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import portal.core.routes
import uuid
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('locations', '0001_initial'),
        ('portal', '0002_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CurriculumIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'curriculum',
            },
            bases=(portal.core.routes.TranslatedRoutesMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='LabIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'catalogue of labs',
            },
            bases=(portal.core.routes.TranslatedRoutesMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='LabPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('kind', models.CharField(choices=[('inhoudelijk', 'content lab'), ('vaardigheden', 'skills lab'), ('onderzoek', 'research guidance')], default='vaardigheden', max_length=15, verbose_name='kind of lab')),
                ('cadence', models.CharField(choices=[('driewekelijks', 'once in three weeks'), ('wekelijks', 'every week'), ('los', 'now and then')], default='driewekelijks', max_length=15, verbose_name='how often')),
                ('week_in_cycle', models.PositiveSmallIntegerField(blank=True, choices=[(1, '1'), (2, '2'), (3, '3')], null=True, verbose_name='week of the cycle')),
                ('is_free_choice', models.BooleanField(default=True, verbose_name='you choose this lab yourself')),
                ('concern', models.TextField(blank=True, help_text='The question a colleague in training brings along. Write it as they would ask it.', max_length=240, verbose_name='question from practice')),
                ('how_it_works', models.TextField(blank=True, max_length=1200, verbose_name='how it works')),
                ('takeaway', models.TextField(blank=True, max_length=600, verbose_name='what you take away')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='more about this lab')),
            ],
            options={
                'verbose_name': 'lab',
                'verbose_name_plural': 'labs',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='OutcomePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('code', models.CharField(help_text="The institute's own code, for example HU-P1.", max_length=20, verbose_name='code')),
                ('verwerking', models.TextField(blank=True, help_text='What somebody makes or does to show the outcome.', max_length=600, verbose_name='how you show it')),
            ],
            options={
                'verbose_name': 'learning outcome',
                'verbose_name_plural': 'learning outcomes',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='RhythmElementPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('cadence', models.CharField(choices=[('driewekelijks', 'once in three weeks'), ('wekelijks', 'every week'), ('halfjaarlijks', 'twice a year'), ('jaarlijks', 'once a year'), ('bij-overstap', 'when you move to another location')], max_length=20, verbose_name='how often')),
                ('week', models.PositiveSmallIntegerField(blank=True, choices=[(1, '1'), (2, '2'), (3, '3')], null=True, verbose_name='week of the cycle')),
                ('purpose', models.CharField(blank=True, max_length=200, verbose_name='what for')),
                ('who', models.CharField(blank=True, max_length=200, verbose_name='who takes part')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'element of the rhythm',
                'verbose_name_plural': 'elements of the rhythm',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='SchoolYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(help_text='For example 2026-2027', unique=True, verbose_name='short name')),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('region', models.CharField(default='Midden', max_length=20, verbose_name='region')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
            ],
            options={
                'verbose_name': 'school year',
                'verbose_name_plural': 'school years',
                'ordering': ['starts'],
            },
        ),
        migrations.CreateModel(
            name='ThemeIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
            ],
            options={
                'verbose_name': 'list of themes',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='ThemePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('kind', models.CharField(choices=[('generiek', 'generic theme'), ('vaardigheid', 'skill'), ('onderzoek', 'research'), ('verdieping', 'line across sectors')], default='generiek', max_length=15, verbose_name='kind of theme')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'theme',
                'verbose_name_plural': 'themes',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='LabLocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lab_rows', to='locations.locationpage', verbose_name='location')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='curriculum.labpage')),
            ],
            options={
                'verbose_name': 'location of a lab',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LabPartner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='offered_with', to='curriculum.labpage')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lab_rows', to='portal.partner', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'partner of a lab',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LabSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('uid', models.UUIDField(blank=True, null=True)),
                ('starts', models.DateTimeField(verbose_name='starts')),
                ('ends', models.DateTimeField(verbose_name='ends')),
                ('room', models.CharField(blank=True, max_length=80, verbose_name='room')),
                ('room_en', models.CharField(blank=True, max_length=80, verbose_name='room in English')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places')),
                ('state', models.CharField(choices=[('gepland', 'planned'), ('geannuleerd', 'cancelled')], default='gepland', max_length=12, verbose_name='state')),
                ('reason', models.CharField(blank=True, max_length=160, verbose_name='why it is cancelled')),
                ('reason_en', models.CharField(blank=True, max_length=160, verbose_name='why, in English')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='session_rows', to='locations.locationpage', verbose_name='location')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='curriculum.labpage')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutcomeLab',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('lab', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcome_rows', to='curriculum.labpage', verbose_name='lab')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='labs', to='curriculum.outcomepage')),
            ],
            options={
                'verbose_name': 'lab of an outcome',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProgrammeVariant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('slug', models.SlugField(max_length=60, verbose_name='short name in addresses')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('level', models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3, verbose_name='level')),
                ('level_note', models.CharField(blank=True, max_length=200, verbose_name='about the level')),
                ('sectors', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3), blank=True, default=list, size=None, verbose_name='trains for')),
                ('years', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('jaar-1', 'year 1'), ('jaar-2', 'year 2'), ('jaar-3', 'year 3'), ('jaar-4', 'year 4'), ('zonder-leerjaar', 'year not applicable')], max_length=20), default=list, size=None, verbose_name='years')),
                ('funded', models.BooleanField(default=True, verbose_name='counts in the funding scheme')),
                ('without_group_note', models.TextField(blank=True, help_text='Why this variant has no group of its own.', max_length=400, verbose_name='without a training group')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('is_example', models.BooleanField(default=False, verbose_name='partly an example')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'programme variant',
                'verbose_name_plural': 'programme variants',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='SchoolBreak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('name_en', models.CharField(blank=True, max_length=60, verbose_name='name in English')),
                ('starts', models.DateField(verbose_name='first day')),
                ('ends', models.DateField(verbose_name='last day')),
                ('is_holiday', models.BooleanField(default=True, verbose_name='holiday: the rhythm rests')),
                ('year', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='breaks', to='curriculum.schoolyear')),
            ],
            options={
                'verbose_name': 'holiday or day off',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CycleStart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('starts', models.DateField(verbose_name='week 1 begins on')),
                ('location', models.ForeignKey(blank=True, help_text='Leave empty for the whole house.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='locations.locationpage', verbose_name='location')),
                ('year', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='cycle_starts', to='curriculum.schoolyear')),
            ],
            options={
                'verbose_name': 'start of the cycle',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutcomeTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('verwerking', models.TextField(blank=True, help_text='Leave empty when it is the same.', max_length=400, verbose_name='how you show it in this theme')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='curriculum.outcomepage')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcome_rows', to='curriculum.themepage', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme of an outcome',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LabTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='curriculum.labpage')),
                ('theme', models.ForeignKey(limit_choices_to={'alias_of': None, 'live': True, 'locale__language_code': 'nl'}, on_delete=django.db.models.deletion.CASCADE, related_name='lab_rows', to='curriculum.themepage', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme of a lab',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrainingGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('slug', models.SlugField(max_length=60, verbose_name='short name in addresses')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('text', models.TextField(blank=True, max_length=600, verbose_name='text')),
                ('rule', models.TextField(blank=True, max_length=400, verbose_name='rule in words')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
                ('years', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('jaar-1', 'year 1'), ('jaar-2', 'year 2'), ('jaar-3', 'year 3'), ('jaar-4', 'year 4'), ('zonder-leerjaar', 'year not applicable')], max_length=20), default=list, size=None, verbose_name='years')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('source_lines', models.CharField(blank=True, max_length=40, verbose_name='lines in the source')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'training group',
                'verbose_name_plural': 'training groups',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='OutcomeGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='curriculum.outcomepage')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcome_rows', to='curriculum.traininggroup', verbose_name='training group')),
            ],
            options={
                'verbose_name': 'training group of an outcome',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LabGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='groups', to='curriculum.labpage')),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lab_rows', to='curriculum.traininggroup', verbose_name='training group')),
            ],
            options={
                'verbose_name': 'training group of a lab',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupVariant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('variant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_rows', to='curriculum.programmevariant', verbose_name='variant')),
                ('group', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='variants', to='curriculum.traininggroup')),
            ],
            options={
                'verbose_name': 'variant of a group',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('meets_here', models.BooleanField(default=True, verbose_name='the group meets here')),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='group_rows', to='locations.locationpage', verbose_name='location')),
                ('group', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='curriculum.traininggroup')),
            ],
            options={
                'verbose_name': 'location of a group',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='VariantInstitute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='variant_rows', to='portal.partner', verbose_name='institute')),
                ('variant', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='institutes', to='curriculum.programmevariant')),
            ],
            options={
                'verbose_name': 'institute of a variant',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='programmevariant',
            constraint=models.UniqueConstraint(fields=('locale', 'slug'), name='one_variant_per_slug_and_language'),
        ),
        migrations.AlterUniqueTogether(
            name='programmevariant',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='outcometheme',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddConstraint(
            model_name='traininggroup',
            constraint=models.UniqueConstraint(fields=('locale', 'slug'), name='one_group_per_slug_and_language'),
        ),
        migrations.AlterUniqueTogether(
            name='traininggroup',
            unique_together={('translation_key', 'locale')},
        ),
    ]
