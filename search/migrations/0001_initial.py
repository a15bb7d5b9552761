"""The tables of search."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portal', '0002_initial'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NightlyTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('done_for', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='FileReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=255)),
                ('read_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('file', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portal.portaldocument')),
            ],
        ),
        migrations.CreateModel(
            name='KnownWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('word', models.CharField(max_length=60)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['word'], name='known_word_letters', opclasses=['gin_trgm_ops'])],
                'constraints': [models.UniqueConstraint(fields=('language', 'word'), name='one_row_per_known_word')],
            },
        ),
        migrations.CreateModel(
            name='SearchCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(default=django.utils.timezone.localdate, verbose_name='day')),
                ('language', models.CharField(max_length=10, verbose_name='language')),
                ('words', models.CharField(max_length=200, verbose_name='words')),
                ('searches', models.PositiveIntegerField(default=0, verbose_name='searches')),
                ('without_results', models.PositiveIntegerField(default=0, verbose_name='without results')),
            ],
            options={
                'verbose_name': 'searches of a day',
                'verbose_name_plural': 'searches of a day',
                'constraints': [models.UniqueConstraint(fields=('day', 'language', 'words'), name='one_count_per_day_and_words')],
            },
        ),
        migrations.CreateModel(
            name='SearchEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_type', models.CharField(max_length=100, verbose_name='type')),
                ('object_id', models.BigIntegerField(verbose_name='number')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed at')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_try', models.DateTimeField(default=django.utils.timezone.now, verbose_name='next try')),
                ('error', models.CharField(blank=True, max_length=500, verbose_name='error')),
                ('dead', models.BooleanField(default=False, verbose_name='given up')),
            ],
            options={
                'verbose_name': 'change waiting for search',
                'verbose_name_plural': 'changes waiting for search',
                'ordering': ['id'],
                'indexes': [models.Index(condition=models.Q(('dead', False)), fields=['next_try'], name='search_event_waiting'), models.Index(fields=['object_type', 'object_id'], name='search_event_object')],
            },
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, verbose_name='fixed key')),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English')], default='nl', max_length=10, verbose_name='language')),
                ('typed', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), help_text='Words or short phrases, with commas between them.', size=None, verbose_name='what visitors type')),
                ('words', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=80), help_text='What is searched as well. Use words that stand on our pages.', size=None, verbose_name='words of the house')),
                ('notice', models.BooleanField(default=False, help_text="Tick when the house does not use the visitor's word: the results page then says which word it uses.", verbose_name='show which word we use')),
                ('term', models.SlugField(blank=True, help_text='Fixed key of the glossary term that explains the word of the house; its page comes first.', max_length=120, verbose_name='glossary term')),
            ],
            options={
                'verbose_name': 'synonym group',
                'verbose_name_plural': 'synonym groups',
                'ordering': ['language', 'slug'],
                'constraints': [models.UniqueConstraint(fields=('language', 'slug'), name='one_synonym_group_per_key')],
            },
        ),
        migrations.CreateModel(
            name='StoredDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_type', models.CharField(max_length=100)),
                ('object_id', models.BigIntegerField()),
                ('kind', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=10)),
                ('title', models.CharField(max_length=300)),
                ('url', models.CharField(max_length=500)),
                ('aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                ('summary', models.TextField(blank=True)),
                ('headings', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('body', models.TextField(blank=True)),
                ('related', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None)),
                ('sectors', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('locations', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('partners', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('themes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('groups', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('variants', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None)),
                ('changed_on', models.DateField(null=True)),
                ('is_example', models.BooleanField(default=False)),
                ('checksum', models.CharField(max_length=32)),
                ('version', models.BigIntegerField()),
                ('stored_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
                ('whole_title', models.CharField(default='', max_length=300)),
                ('whole_aliases', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, size=None)),
                ('beginnings', models.TextField(default='')),
                ('page', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'search document',
                'verbose_name_plural': 'search documents',
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['vector'], name='search_document_words'), models.Index(fields=['language', 'kind', 'key'], name='search_document_key')],
                'constraints': [models.UniqueConstraint(fields=('object_type', 'object_id'), name='one_document_per_object')],
            },
        ),
    ]
