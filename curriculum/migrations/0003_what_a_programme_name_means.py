"""What the name of a programme means, for who hears it for the first time."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('curriculum', '0002_search_phrases'),
    ]

    operations = [
        migrations.AddField(
            model_name='programmevariant',
            name='explanation',
            field=models.CharField(blank=True, db_default='', default='', help_text='For somebody who hears the name for the first time. Leave empty when the name says it.', max_length=160, verbose_name='what the name means'),
        ),
    ]
