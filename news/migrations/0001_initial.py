"""The tables of news."""

import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('curriculum', '0001_initial'),
        ('locations', '0001_initial'),
        ('portal', '0002_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='EventPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('starts', models.DateTimeField(verbose_name='starts')),
                ('ends', models.DateTimeField(verbose_name='ends')),
                ('capacity', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='places')),
                ('place', models.CharField(blank=True, help_text='Only when it is not at a location.', max_length=120, verbose_name='place')),
                ('is_cancelled', models.BooleanField(default=False, help_text='Calendars that hold it hear of it.', verbose_name='cancelled')),
                ('reason', models.CharField(blank=True, max_length=160, verbose_name='why it is cancelled')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='InsightPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('kind', models.CharField(choices=[('kans', 'opportunity'), ('uitdaging', 'challenge'), ('advies', 'advice')], max_length=12, verbose_name='kind of insight')),
                ('audience', models.CharField(blank=True, choices=[('sectorraden-ocw', 'sector councils and ministry'), ('partnerschappen', 'other training partnerships')], max_length=20, verbose_name='advice for')),
                ('what_helped', models.TextField(blank=True, max_length=600, verbose_name='what helped')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'insight',
                'verbose_name_plural': 'insights',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='NewsPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('date', models.DateField(default=django.utils.timezone.localdate, verbose_name='date')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'piece of news',
                'verbose_name_plural': 'news',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='PlanPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('status', models.CharField(choices=[('wens', 'wish'), ('verkenning', 'being explored'), ('besloten', 'decided'), ('gestart', 'started')], default='wens', max_length=12, verbose_name='status')),
                ('horizon', models.CharField(blank=True, max_length=80, verbose_name='when')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='look again on')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'plan',
                'verbose_name_plural': 'plans',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'catalogue of stories',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('sector_from', models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3, verbose_name='learns in or comes from')),
                ('sector_to', models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3, verbose_name='learns from or goes to')),
                ('people', models.CharField(blank=True, help_text='Roles, not names: a colleague in training and a classroom assistant.', max_length=200, verbose_name='who tells')),
                ('basis', models.CharField(choices=[('bron', 'the core is in the source'), ('voorbeeld', 'invented as an example'), ('verteld', 'told by the people themselves')], default='verteld', max_length=12, verbose_name='basis')),
                ('consent', models.CharField(choices=[('niet-nodig', 'nobody can be recognised'), ('gegeven', 'everyone agreed'), ('gevraagd', 'asked, not answered yet')], default='gevraagd', max_length=12, verbose_name='consent')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='story')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
            ],
            options={
                'verbose_name': 'story',
                'verbose_name_plural': 'stories',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='EventLocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='event_rows', to='locations.locationpage', verbose_name='location')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='news.eventpage')),
            ],
            options={
                'verbose_name': 'location of an event',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InsightRelated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('insight', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='news.insightpage', verbose_name='insight')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='related', to='news.insightpage')),
            ],
            options={
                'verbose_name': 'related insight',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InsightTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='news.insightpage')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='insight_rows', to='curriculum.themepage', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme of an insight',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanLocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_rows', to='locations.locationpage', verbose_name='location')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='news.planpage')),
            ],
            options={
                'verbose_name': 'location of a plan',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanPartner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='partner_rows', to='news.planpage')),
                ('partner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_rows', to='portal.partner', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'partner of a plan',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='news.planpage')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plan_rows', to='curriculum.themepage', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme of a plan',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryLocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_rows', to='locations.locationpage', verbose_name='location')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='news.storypage')),
            ],
            options={
                'verbose_name': 'location of a story',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryLab',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('lab', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_rows', to='curriculum.labpage', verbose_name='lab')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='labs', to='news.storypage')),
            ],
            options={
                'verbose_name': 'lab of a story',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryInsight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('insight', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_rows', to='news.insightpage', verbose_name='insight')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='insights', to='news.storypage')),
            ],
            options={
                'verbose_name': 'insight of a story',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='themes', to='news.storypage')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='story_rows', to='curriculum.themepage', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme of a story',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
    ]
