
import django.contrib.postgres.fields
import django.db.models.deletion
import modelcluster.fields
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
            name='LocationIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('questions', wagtail.fields.StreamField([('question', 5)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 140}), 1: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Location', 'page_type': ['locations.LocationPage']}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Why it fits', 'max_length': 160}), 3: ('wagtail.blocks.StructBlock', [[('location', 1), ('reason', 2)]], {}), 4: ('wagtail.blocks.ListBlock', (3,), {'label': 'Locations that fit'}), 5: ('wagtail.blocks.StructBlock', [[('question', 0), ('answers', 4)]], {})}, help_text='Questions somebody may have, and the locations that fit.', verbose_name='from question to location')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'list of locations',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='OnboardingIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
                ('trajectory_title', models.CharField(blank=True, max_length=120, verbose_name='title of the trajectory')),
                ('trajectory_intro', models.TextField(blank=True, max_length=400, verbose_name='introduction of the trajectory')),
            ],
            options={
                'verbose_name': 'joining',
            },
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, 'portal.portalpage'),
        ),
        migrations.CreateModel(
            name='PartnerIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='portal.portalpage')),
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
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
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                ('checked_on', models.DateField(blank=True, null=True, verbose_name='checked on')),
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
                ('body', wagtail.fields.StreamField([('paragraph', 0)], blank=True, block_lookup={0: ('wagtail.blocks.RichTextBlock', (), {})}, verbose_name='text')),
                ('represents', models.ForeignKey(help_text='The partner that owns this page and everything below it.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portal.partner', verbose_name='space of')),
            ],
            options={
                'verbose_name': 'partner page',
                'verbose_name_plural': 'partner pages',
            },
            bases=('portal.portalpage', models.Model),
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
