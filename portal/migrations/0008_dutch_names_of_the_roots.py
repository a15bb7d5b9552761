"""The two roots Wagtail makes are called "Root"; editors read those names in Dutch."""

from django.db import migrations


def in_dutch(apps, schema_editor):
    """Name the roots, unless somebody did so already."""
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name="Alle bestanden")
    roots = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title="Root")
    roots.update(title="Alle pagina’s", draft_title="Alle pagina’s")


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0007_entries_told_to_calendars"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(in_dutch, migrations.RunPython.noop)]
