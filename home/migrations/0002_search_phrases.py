"""How people search for a word of the house."""

import portal.core.models.phrases
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('home', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='glossaryterm',
            name='search_phrases',
            field=portal.core.models.phrases.PhrasesField(blank=True, db_default='', default='', help_text='Words and whole questions that visitors use and the text does not, one a line. For example: “intern”, or “how do I combine studying with a job”. Search finds the page by them; nobody sees them. Words that we do not use ourselves are welcome here.', verbose_name='how people search for this'),
        ),
    ]
