"""An index of the words of titles: of very many documents found, PostgreSQL weighs those first."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0003_phrases"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="storeddocument",
            index=GinIndex(
                models.Func(
                    models.F("vector"), models.Value("{a}"), function="ts_filter", output_field=SearchVectorField()
                ),
                name="search_document_titles",
            ),
        ),
    ]
