"""What the relation rows of news pages have in common: they stand on the Dutch page, read in any language."""

from typing import Any

from portal.models import in_locale


def related_pages(page: Any, relation: str, target: str) -> list[Any]:
    """Return the live pages a relation of `page.facts` points at, in the page's language.

    `relation` is the name of the rows, `target` of their foreign key. Three queries at most.
    """
    rows = getattr(page.facts, relation).filter(**{f"{target}__live": True}).select_related(f"{target}__locale")
    return in_locale([getattr(row, target) for row in rows], page.locale)
