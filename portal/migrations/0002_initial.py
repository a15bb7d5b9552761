"""What the portal itself keeps: pages, media, partners, signing in, reviews, mail.

PostgreSQL keeps the audit log of signing in as it is: no row is changed, and none is deleted before a year
has passed. The cache is one that all web processes share: it counts attempts to guess a password; a site with Redis
leaves the table empty.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import portal.core.uploads.fields
import taggit.managers
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

KEEP = """
CREATE FUNCTION keep_portal_auditlogentry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '365 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'an entry of the audit log is kept for a year and never changed';
END $$;
CREATE TRIGGER keep_portal_auditlogentry BEFORE UPDATE OR DELETE ON portal_auditlogentry
    FOR EACH ROW EXECUTE FUNCTION keep_portal_auditlogentry();
"""
LET_GO = """
DROP TRIGGER keep_portal_auditlogentry ON portal_auditlogentry;
DROP FUNCTION keep_portal_auditlogentry();
"""
CACHE = """
CREATE TABLE portal_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY, value text NOT NULL, expires timestamp with time zone NOT NULL
);
CREATE INDEX portal_cache_expires ON portal_cache (expires);
"""


def turn_steps_into_reviews(apps, schema_editor):
    """Give every group approval that Wagtail made a row of the portal's own model around the same task."""
    step_model = apps.get_model("wagtailcore", "GroupApprovalTask")
    review_model = apps.get_model("portal", "ReviewTask")
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="portal", model="reviewtask"
    )
    for step in step_model.objects.all():
        groups = list(step.groups.values_list("pk", flat=True))
        review = review_model(task_ptr_id=step.pk)
        review.save_base(raw=True)
        review.groups.set(groups)
        step.delete(keep_parents=True)
        apps.get_model("wagtailcore", "Task").objects.filter(pk=step.pk).update(content_type_id=content_type.pk)


def name_roots_in_dutch(apps, schema_editor):
    """Name the two roots that Wagtail makes and calls "Root": editors read those names."""
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name="Alle bestanden")
    roots = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title="Root")
    roots.update(title="Alle pagina’s", draft_title="Alle pagina’s")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portal', '0001_people'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipients', models.JSONField(verbose_name='to')),
                ('sender', models.CharField(max_length=320, verbose_name='from')),
                ('subject', models.TextField(verbose_name='subject')),
                ('message', models.BinaryField()),
                ('kept_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='kept')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                ('next_attempt', models.DateTimeField(default=django.utils.timezone.now, null=True, verbose_name='next attempt')),
                ('problem', models.TextField(blank=True, verbose_name='what went wrong')),
            ],
            options={
                'verbose_name': 'mail on its way',
                'verbose_name_plural': 'mail on its way',
                'ordering': ['kept_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='AuditLogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='when')),
                ('kind', models.CharField(choices=[('login', 'signed in'), ('refused', 'refused'), ('role', 'role changed'), ('invited', 'invited'), ('accepted', 'invitation accepted'), ('linked', 'sign-in of an institution linked'), ('factor', 'second factor changed')], max_length=10, verbose_name='what')),
                ('account', models.BigIntegerField(null=True, verbose_name='account')),
                ('actor', models.BigIntegerField(null=True, verbose_name='by account')),
                ('subject_hash', models.CharField(blank=True, max_length=64)),
                ('detail', models.CharField(blank=True, max_length=200, verbose_name='detail')),
            ],
            options={
                'verbose_name': 'entry of the audit log',
                'verbose_name_plural': 'entries of the audit log',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ToldEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=120, unique=True, verbose_name='identity')),
                ('source', models.UUIDField(db_index=True, verbose_name='page')),
                ('starts', models.DateTimeField(verbose_name='starts')),
                ('ends', models.DateTimeField(verbose_name='ends')),
                ('words', models.JSONField(default=dict, verbose_name='words')),
                ('choices', models.JSONField(default=dict, verbose_name='choices')),
                ('gone_at', models.DateTimeField(db_index=True, null=True, verbose_name='called off on')),
            ],
            options={
                'verbose_name': 'entry told to calendars',
                'verbose_name_plural': 'entries told to calendars',
            },
        ),
        migrations.CreateModel(
            name='GuestReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reviewer', models.CharField(max_length=80, verbose_name='who reads along')),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('expires_at', models.DateTimeField(verbose_name='until')),
                ('decision', models.CharField(blank=True, choices=[('approved', 'Approved'), ('returned', 'Returned')], max_length=10)),
                ('decided_by', models.CharField(blank=True, max_length=80, verbose_name='your name')),
                ('reason', models.TextField(blank=True, max_length=2000, verbose_name='what should change')),
                ('decided_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('page', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='guest_reviews', to=settings.WAGTAIL_PAGE_MODEL)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
            ],
            options={
                'verbose_name': 'guest review',
                'verbose_name_plural': 'guest reviews',
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='short name in addresses')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('short_name', models.CharField(blank=True, max_length=30, verbose_name='abbreviation')),
                ('kind', models.CharField(choices=[('schoolbestuur', 'school board'), ('school', 'school'), ('instituut', 'teacher education institute'), ('mbo', 'vocational college'), ('pabo', 'primary teacher education'), ('kernteam', 'core team')], max_length=20, verbose_name='kind of organisation')),
                ('formality', models.CharField(choices=[('formeel', 'formal partner'), ('informeel', 'cooperation without a formal agreement'), ('verkennend', 'exploratory cooperation')], default='verkennend', max_length=20, verbose_name='formality')),
                ('sectors', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3), blank=True, default=list, size=None, verbose_name='sectors')),
                ('archived', models.BooleanField(default=False, verbose_name='no longer takes part')),
                ('authors', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='auth.group')),
                ('collection', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.collection')),
                ('editors', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='auth.group')),
                ('linked_to', models.ForeignKey(blank=True, help_text='School board of a school, or the formal partner that publishes for an informal one.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='linked_partners', to='portal.partner', verbose_name='belongs to or is linked to')),
                ('translators', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='auth.group')),
                ('workflow', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.workflow')),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'partners',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('role', models.CharField(choices=[('author', 'author'), ('editor', 'editor'), ('translator', 'translator'), ('core-editor', 'core editor'), ('core-admin', 'core administrator')], max_length=20, verbose_name='role')),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('en', 'English')], default='nl', max_length=5, verbose_name='language of the mail')),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('invited_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='invited')),
                ('expires', models.DateTimeField(editable=False, verbose_name='valid until')),
                ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='accepted')),
                ('invited_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('partner', models.ForeignKey(blank=True, help_text='Leave this empty for a role in the core team.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='portal.partner', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ['-invited_at'],
            },
        ),
        migrations.CreateModel(
            name='PortalDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('file', portal.core.uploads.fields.NamedFileField(upload_to='documents', verbose_name='file')),
                ('text', models.TextField(blank=True, editable=False, verbose_name='text of the file')),
                ('text_error', models.CharField(blank=True, editable=False, max_length=300, verbose_name='why the text could not be read')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PortalImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('file', portal.core.uploads.fields.PictureModelField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('credit', models.CharField(blank=True, help_text='Who made the image, shown below it.', max_length=200, verbose_name='credit')),
                ('consent', models.BooleanField(default=False, help_text='Tick when everyone who can be recognised gave permission, or nobody is in the picture.', verbose_name='people in the picture agreed')),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'image',
                'verbose_name_plural': 'images',
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='PortalPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('holds_dutch', models.BooleanField(default=False, editable=False, verbose_name='holds Dutch text')),
                ('is_space', models.BooleanField(default=False, editable=False)),
                ('content_key', models.SlugField(blank=True, editable=False, max_length=120, verbose_name='fixed key')),
                ('summary', models.TextField(blank=True, help_text='One or two sentences for lists, search results and the top of the page.', max_length=300, verbose_name='summary')),
                ('checked_on', models.DateField(blank=True, help_text='The day on which somebody last checked that this is right.', null=True, verbose_name='checked on')),
                ('is_example', models.BooleanField(default=False, help_text='Tick when the content was invented to show how the site works.', verbose_name='example')),
                ('source_lines', models.CharField(blank=True, help_text='Lines of the practice illustration that carry the facts, for example 145-175.', max_length=40, verbose_name='lines in the source')),
                ('listing_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='portal.portalimage', verbose_name='image in lists')),
                ('partner', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='portal.partner', verbose_name='partner')),
            ],
            options={
                'verbose_name': 'page',
                'verbose_name_plural': 'pages',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ReviewTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
            ],
            options={
                'verbose_name': 'review',
                'verbose_name_plural': 'reviews',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='PageSector',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('code', models.CharField(choices=[('po', 'primary education (po)'), ('vo', 'secondary education (vo)'), ('mbo', 'vocational education (mbo)'), ('hbo', 'higher professional education (hbo)'), ('wo', 'university education (wo)')], max_length=3, verbose_name='sector')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='sectors', to='portal.portalpage')),
            ],
            options={
                'verbose_name': 'sector',
                'ordering': ['sort_order'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('page', 'code'), name='one_row_per_page_and_sector')],
            },
        ),
        migrations.CreateModel(
            name='PortalRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='portal.portalimage')),
            ],
            options={
                'unique_together': {('image', 'filter_spec', 'focal_point_key')},
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.RunSQL(KEEP, LET_GO),
        migrations.RunSQL(CACHE, "DROP TABLE portal_cache"),
        migrations.RunPython(turn_steps_into_reviews, migrations.RunPython.noop),
        migrations.RunPython(name_roots_in_dutch, migrations.RunPython.noop),
    ]
