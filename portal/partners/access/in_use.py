"""Pages that others lean on: they are deleted only once nothing leans on them any more."""

from collections.abc import Callable

from wagtail.models import Page

from portal.core.peers import asked_together

Leaning = dict[int, set[int]]
"""By the key of a page that would be deleted with all below it: the keys of the pages that would lose something."""

_askers: list[Callable[[list[Page]], Leaning]] = []


def register_leaning(ask: Callable[[list[Page]], Leaning]) -> None:
    """Let a function say what leans on pages; it is asked of the pages of a whole list at once."""
    _askers.append(ask)


@asked_together
def leaning_on(pages: list[Page]) -> Leaning:
    """Return the keys of the pages that lean on each page, or on what stands below it."""
    found: Leaning = {page.pk: set() for page in pages}
    for ask in _askers:
        for key, leaning in ask(pages).items():
            found[key] |= leaning
    return found
