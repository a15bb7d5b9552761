"""The list of words as texts of a language are searched for it: made ready once, until the content changes."""

from portal.core.content_cache import kept
from portal.core.house_language.finding import Finder, HouseWord
from portal.core.house_language.models import RefusedWord


@kept(size=8)
def finder(language: str) -> Finder:
    """Return the words that are refused in texts of a language; an empty language is any.

    A refused word of another language is refused too, with what this language says for the same term. Advice is of its
    own language only: student is an English word.
    """
    words = list(RefusedWord.objects.all())
    own_says = {word.term: word.says for word in words if word.term and word.language == language}
    found = []
    for word in words:
        if word.language == language:
            found.append(word.rule)
        elif not word.advises:
            found.append(
                HouseWord(
                    tuple(word.forms), tuple(own_says.get(word.term, word.says)), tuple(word.exceptions), word.advises
                )
            )
    return Finder(found)
