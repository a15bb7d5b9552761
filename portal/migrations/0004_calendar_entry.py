from django.db import migrations


class Migration(migrations.Migration):
    """Nothing changes in the database: the table keeps its name."""

    dependencies = [
        ('portal', '0003_search_phrases'),
    ]

    operations = [
        migrations.AlterModelTable(name='toldentry', table='portal_toldentry'),
        migrations.RenameModel(old_name='ToldEntry', new_name='CalendarEntry'),
    ]
