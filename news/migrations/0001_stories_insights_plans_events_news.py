
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('curriculum', '0001_labs_themes_outcomes_groups_rhythm'),
        ('locations', '0001_location_spaces_and_onboarding'),
        ('portal', '0002_media_partners_and_base_page'),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
            },
            bases=('portal.portalpage',),
        ),
        migrations.CreateModel(
            name='InsightPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('kind', models.CharField(choices=[('kans', 'opportunity'), ('uitdaging', 'challenge'), ('advies', 'advice')], max_length=12, verbose_name='kind of insight')),
                ('audience', models.CharField(blank=True, choices=[('sectorraden-ocw', 'sector councils and ministry'), ('partnerschappen', 'other training partnerships')], max_length=20, verbose_name='advice for')),
                ('what_helped', models.TextField(blank=True, max_length=600, verbose_name='what helped')),
                ('quote', models.TextField(blank=True, max_length=400, verbose_name='quotation from the source')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='story')),
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
