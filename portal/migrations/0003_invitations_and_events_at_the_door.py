"""Invitations, the record of what happens at the door, and a cache that all web processes share.

PostgreSQL itself keeps the record as it is: no row is changed, and none is deleted before a year has passed. The cache
counts attempts to guess a password; a site with Redis leaves the table empty.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


KEEP = """
CREATE FUNCTION portal_keep_signinevent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < now() - interval '365 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'what happened at the door is kept for a year and never changed';
END $$;
CREATE TRIGGER portal_keep_signinevent BEFORE UPDATE OR DELETE ON portal_signinevent
    FOR EACH ROW EXECUTE FUNCTION portal_keep_signinevent();
"""
LET_GO = """
DROP TRIGGER portal_keep_signinevent ON portal_signinevent;
DROP FUNCTION portal_keep_signinevent();
"""
CACHE = """
CREATE TABLE portal_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY, value text NOT NULL, expires timestamp with time zone NOT NULL
);
CREATE INDEX portal_cache_expires ON portal_cache (expires);
"""


class Migration(migrations.Migration):
    """Two tables of signing in, their guard, and the table of the cache."""

    dependencies = [
        ('portal', '0002_media_partners_and_base_page'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignInEvent',
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
                'verbose_name': 'event at the door',
                'verbose_name_plural': 'events at the door',
                'ordering': ['-at', '-pk'],
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
        migrations.RunSQL(KEEP, LET_GO),
        migrations.RunSQL(CACHE, "DROP TABLE portal_cache"),
    ]
