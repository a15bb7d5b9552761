"""Which phrases do not find their page."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0006_passages'),
    ]

    operations = [
        migrations.AddField(
            model_name='storeddocument',
            name='lost_phrases',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='storeddocument',
            name='phrases_seen_at',
            field=models.DateTimeField(null=True),
        ),
    ]
