
import django.contrib.postgres.fields
import django.db.models.deletion
import modelsearch.index
import uuid
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portal', '0002_media_partners_and_base_page'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='further down')),
            ],
            options={
                'verbose_name': 'home page',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='StandardPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
    ]
