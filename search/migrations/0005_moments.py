"""When things are held: the starts of sessions and events."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0004_words_of_titles"),
    ]

    operations = [
        migrations.AddField(
            model_name="storeddocument",
            name="moments",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.DateTimeField(), db_default=[], default=list, size=None
            ),
        ),
    ]
