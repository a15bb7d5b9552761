"""The tables of home."""

import django.contrib.postgres.fields
import django.db.models.deletion
import modelsearch.index
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


def add_english(apps, schema_editor):
    """Make the second language of the portal; Wagtail itself makes the first from LANGUAGE_CODE."""
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portal', '0002_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'glossary',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='GuidePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('audience', models.CharField(choices=[('collega-in-opleiding', 'colleague in training'), ('nieuwe-locatie', 'new location'), ('opleider', 'educator or mentor'), ('redacteur', 'editor'), ('sectorraden-ocw', 'sector councils and ministry'), ('partnerschappen', 'other training partnerships')], max_length=30, verbose_name='for whom')),
                ('privacy_note', models.TextField(blank=True, help_text='Tell the reader that the portal keeps nothing about persons.', max_length=300, verbose_name='what happens to what you write down')),
                ('steps', wagtail.fields.StreamField([('step', 2)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Step', 'max_length': 100}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ul', 'ol'], 'label': 'What you do'}), 2: ('wagtail.blocks.StructBlock', [[('title', 0), ('text', 1)]], {})}, verbose_name='steps')),
                ('extras', wagtail.fields.StreamField([('agenda', 1), ('invitation', 2), ('questions', 4), ('checklist', 6), ('assignments', 8)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Item'}), 1: ('wagtail.blocks.ListBlock', (0,), {'icon': 'date', 'label': 'Agenda'}), 2: ('wagtail.blocks.TextBlock', (), {'icon': 'mail', 'label': 'Invitation to copy'}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Question'}), 4: ('wagtail.blocks.ListBlock', (3,), {'icon': 'help', 'label': 'Questions'}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Point'}), 6: ('wagtail.blocks.ListBlock', (5,), {'icon': 'tasks', 'label': 'Checklist'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Assignment'}), 8: ('wagtail.blocks.ListBlock', (7,), {'icon': 'pick', 'label': 'Assignments'})}, verbose_name='to print or copy')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
            ],
            options={
                'verbose_name': 'guide',
                'verbose_name_plural': 'guides',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('heading', models.CharField(help_text='The first words a visitor reads.', max_length=80, verbose_name='heading')),
                ('popular_searches', models.CharField(blank=True, help_text='Words below the search box, separated by commas.', max_length=200, verbose_name='popular searches')),
                ('doors', wagtail.fields.StreamField([('door', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'For whom', 'max_length': 60}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'What they find', 'max_length': 160}), 2: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Only for a tool of that page, for example jouw-route/', 'label': 'Part of the page', 'max_length': 80, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('title', 0), ('text', 1), ('page', 2), ('address', 3)]], {})}, verbose_name='entry points')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='further down')),
            ],
            options={
                'verbose_name': 'home page',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0), ('quote', 5), ('notice', 10), ('listing', 16), ('facts', 21), ('table', 28), ('timeline', 34), ('figures', 37), ('cards', 40), ('picture', 45)], blank=True, block_lookup={0: ('portal.core.blocks.text.ParagraphBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.TextBlock', (), {'help_text': 'The exact words, without quotation marks.', 'label': 'Quotation', 'max_length': 600}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Who said it, or in which text it stands.', 'label': 'Source', 'max_length': 160}), 3: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For example 145-146.', 'label': 'Lines in the source', 'max_length': 40, 'required': False}), 4: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('nl', 'Dutch'), ('en', 'English')], 'label': 'Language of the quotation'}), 5: ('wagtail.blocks.StructBlock', [[('text', 1), ('source', 2), ('source_lines', 3), ('language', 4)]], {'group': 'Words'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 80}), 7: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Text'}), 8: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Button leads to', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'Begin with a verb: Bekijk de labs.', 'label': 'Words on the button', 'max_length': 60, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('heading', 6), ('text', 7), ('page', 8), ('button', 9)]], {'group': 'Words'}), 11: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('agenda', 'agenda'), ('checklist', 'checklist'), ('steps', 'numbered steps')], 'label': 'Kind of list'}), 12: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Heading', 'max_length': 80, 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'A time for an agenda, a title for a step.', 'label': 'In front', 'max_length': 80, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('label', 13), ('text', 7)]], {}), 15: ('wagtail.blocks.ListBlock', (14,), {'label': 'Lines', 'min_num': 1}), 16: ('wagtail.blocks.StructBlock', [[('kind', 11), ('heading', 12), ('lines', 15)]], {'group': 'Lists and tables'}), 17: ('wagtail.blocks.CharBlock', (), {'label': 'Name', 'max_length': 80}), 18: ('wagtail.blocks.CharBlock', (), {'label': 'What it is', 'max_length': 200}), 19: ('wagtail.blocks.StructBlock', [[('term', 17), ('value', 18)]], {}), 20: ('wagtail.blocks.ListBlock', (19,), {'label': 'Facts', 'min_num': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 12), ('facts', 20)]], {'group': 'Lists and tables'}), 22: ('wagtail.blocks.CharBlock', (), {'label': 'What the table shows', 'max_length': 120}), 23: ('wagtail.blocks.CharBlock', (), {'label': 'Column', 'max_length': 60}), 24: ('wagtail.blocks.ListBlock', (23,), {'label': 'Columns', 'min_num': 2}), 25: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Cell', 'max_length': 200, 'required': False}), 26: ('wagtail.blocks.ListBlock', (25,), {'label': 'Row'}), 27: ('wagtail.blocks.ListBlock', (26,), {'label': 'Rows', 'min_num': 1}), 28: ('wagtail.blocks.StructBlock', [[('caption', 22), ('columns', 24), ('rows', 27)]], {'group': 'Lists and tables'}), 29: ('wagtail.blocks.CharBlock', (), {'label': 'When', 'max_length': 60}), 30: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'What happened'}), 31: ('wagtail.blocks.BooleanBlock', (), {'label': 'Still a plan', 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('when', 29), ('text', 30), ('is_plan', 31)]], {}), 33: ('wagtail.blocks.ListBlock', (32,), {'label': 'Moments', 'min_num': 1}), 34: ('wagtail.blocks.StructBlock', [[('heading', 12), ('moments', 33)]], {'group': 'Lists and tables'}), 35: ('wagtail.snippets.blocks.SnippetChooserBlock', ('home.Figure',), {'label': 'Figure'}), 36: ('wagtail.blocks.ListBlock', (35,), {'label': 'Figures', 'min_num': 1}), 37: ('wagtail.blocks.StructBlock', [[('heading', 12), ('figures', 36)]], {'group': 'From elsewhere on the site'}), 38: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Page'}), 39: ('wagtail.blocks.ListBlock', (38,), {'label': 'Pages', 'min_num': 1}), 40: ('wagtail.blocks.StructBlock', [[('heading', 12), ('pages', 39)]], {'group': 'From elsewhere on the site'}), 41: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'Image'}), 42: ('wagtail.blocks.CharBlock', (), {'default': '', 'help_text': 'For readers who do not see the image. Leave empty only when it is decoration.', 'label': 'What it shows', 'max_length': 200, 'required': False}), 43: ('wagtail.blocks.BooleanBlock', (), {'label': 'Only decoration', 'required': False}), 44: ('wagtail.blocks.CharBlock', (), {'default': '', 'label': 'Caption', 'max_length': 200, 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('image', 41), ('alt_text', 42), ('decorative', 43), ('caption', 44)]], {'group': 'From elsewhere on the site'})}, verbose_name='text')),
                ('lists_children', models.BooleanField(default=True, help_text='Show the pages that stand below this one.', verbose_name='list the pages below')),
            ],
            options={
                'verbose_name': 'standing page',
                'verbose_name_plural': 'standing pages',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('slug', models.SlugField(max_length=80, verbose_name='short name')),
                ('display', models.CharField(help_text='With circa where the source says so: ca. 50', max_length=60, verbose_name='number as shown')),
                ('unit', models.CharField(max_length=120, verbose_name='what is counted')),
                ('scope', models.TextField(blank=True, max_length=300, verbose_name='what it is about')),
                ('minimum', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='lowest value')),
                ('maximum', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name='highest value')),
                ('is_approximate', models.BooleanField(default=False, verbose_name='approximate')),
                ('source', models.CharField(max_length=200, verbose_name='source')),
                ('source_lines', models.CharField(blank=True, max_length=40, verbose_name='lines in the source')),
                ('as_of', models.DateField(blank=True, help_text='Leave empty when the source has no date.', null=True, verbose_name='as of')),
                ('is_example', models.BooleanField(default=False, verbose_name='example')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'figure',
                'verbose_name_plural': 'figures',
                'ordering': ['slug'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('locale', 'slug'), name='one_figure_per_slug_and_language')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('slug', models.SlugField(max_length=80, verbose_name='short name in addresses')),
                ('term', models.CharField(max_length=100, verbose_name='word')),
                ('abbreviation', models.CharField(blank=True, max_length=20, verbose_name='abbreviation')),
                ('definition', models.TextField(max_length=800, verbose_name='meaning')),
                ('inflections', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), blank=True, default=list, help_text='Forms in which the word occurs, separated by commas.', size=None, verbose_name='other forms')),
                ('see', models.CharField(blank=True, help_text='Short names of related words, separated by commas.', max_length=300, verbose_name='see also')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
                ('source_lines', models.CharField(blank=True, max_length=40, verbose_name='lines in the source')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
            ],
            options={
                'verbose_name': 'glossary term',
                'verbose_name_plural': 'glossary terms',
                'ordering': ['term'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('locale', 'slug'), name='one_term_per_slug_and_language')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.RunPython(add_english, migrations.RunPython.noop),
    ]
