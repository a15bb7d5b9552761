"""What both sites say on their plain page, and the words that both are searched for."""

import re

TITLE = "Wat een collega in opleiding leert"
INTRO = "<p>Op elke locatie leer je het vak van collega's die het al jaren doen.</p>"
BODY = """<h2>Leren op school</h2>
<p>Je geeft les vanaf de eerste week. Een ervaren collega kijkt mee en vraagt door. Zo groeit een les uit een
vraag die leerlingen echt hebben, en zie je wat jouw vraag in de klas doet.</p>
<ul><li>kijken bij een ander vak</li><li>een les samen voorbereiden</li><li>vragen van ouders</li></ul>
<h2>Leren van elkaar</h2>
<p>In de groep leg je naast elkaar wat op vijf scholen anders is. <b>Dat verschil is de stof.</b> Wie het ziet,
kan kiezen, en wie kan kiezen wordt een betere collega. De opleiders van de hogeschool en van de universiteit
werken mee, en lezen wat je schrijft.</p>
<h2>En daarna</h2>
<p>Na een jaar ken je drie soorten onderwijs van binnen. Je kiest waar je blijft, en je blijft leren.</p>"""
SUBJECTS = ["coachen", "rekenen", "taal", "onderzoek", "ouders", "burgerschap", "spel", "techniek"]
WORD = "coachen"
"""What both sites are searched for: some pages have it in their title."""
IN_BRACES = re.compile(r"\{(.+?)\}")


def title(number: int) -> str:
    """Return the title of a page among many."""
    return f"Samen leren over {SUBJECTS[number % len(SUBJECTS)]} {number}"


def written_anew(path: str, number: int) -> str:
    """Return a path with its words in braces in other capitals for each number: a search of which nothing is kept."""
    return IN_BRACES.sub(lambda found: _in_capitals(found[1], number), path)


def _in_capitals(words: str, number: int) -> str:
    return "".join(letter.upper() if number >> place & 1 else letter for place, letter in enumerate(words))
