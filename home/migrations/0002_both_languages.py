"""The second language of the portal. Wagtail itself makes the first from LANGUAGE_CODE."""

from django.db import migrations


def add_english(apps, schema_editor):
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")


class Migration(migrations.Migration):
    """English beside Dutch."""

    dependencies = [
        ("home", "0001_home_standing_pages_guides_glossary_figures"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(add_english, migrations.RunPython.noop)]
