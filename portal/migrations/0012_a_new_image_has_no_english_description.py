"""A new image has no English description; what the form showed in its place, when somebody kept it, goes."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SHOWN = "<django.db.models.expressions.DatabaseDefault object"


def empty(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Leave nothing of it."""
    images = apps.get_model("portal", "PortalImage").objects
    images.filter(description_en__startswith=SHOWN).update(description_en="")


class Migration(migrations.Migration):
    dependencies = [("portal", "0011_addresses_on_other_sites")]

    operations = [
        migrations.AlterField(
            model_name="portalimage",
            name="description_en",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="What the image shows, for who reads the site in English.",
                max_length=255,
                verbose_name="description in English",
            ),
        ),
        migrations.RunPython(empty, migrations.RunPython.noop),
    ]
