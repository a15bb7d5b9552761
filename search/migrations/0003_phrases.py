"""How people search for what a document is about."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0002_outcomes'),
    ]

    operations = [
        migrations.AddField(
            model_name='storeddocument',
            name='phrases',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), db_default=[], default=list, size=None),
        ),
        migrations.AddField(
            model_name='storeddocument',
            name='whole_phrases',
            field=models.TextField(db_default='', default=''),
        ),
    ]
