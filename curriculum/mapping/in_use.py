"""A lab that counts for an outcome, and an outcome with labs: neither is deleted before the link is let go."""

from django.conf import settings
from django.db.models import Q
from wagtail.models import Page

from curriculum.mapping.rows import OutcomeLab
from portal.core.locales import language_of
from portal.partners.access.in_use import Leaning

Link = tuple[int, str, int, str, object]
"""A link: key and path of the outcome, key and path of the lab, and what the lab has in common with translations."""


def linked(pages: list[Page]) -> Leaning:
    """Return by the key of a page the outcomes and labs at the other end of its links; one question for all pages.

    A link of which both ends would go is nobody's loss. The links of an alias repeat those of its page.
    """
    links = OutcomeLab.objects.filter(page__locale__language_code=settings.LANGUAGE_CODE, page__alias_of=None)
    if len(pages) == 1:
        below = pages[0].path
        ends = Q(page__path__startswith=below) | Q(lab__path__startswith=below)
        links = links.filter(ends | Q(lab__translation_key=pages[0].translation_key))
    found: list[Link] = list(links.values_list("page_id", "page__path", "lab_id", "lab__path", "lab__translation_key"))
    return {page.pk: _other_ends(page, found) for page in pages}


def _other_ends(page: Page, links: list[Link]) -> set[int]:
    is_original = language_of(page) == settings.LANGUAGE_CODE and not page.alias_of_id
    ends = set()
    for outcome, path_of_outcome, lab, path_of_lab, key_of_lab in links:
        outcome_goes = path_of_outcome.startswith(page.path)
        lab_goes = path_of_lab.startswith(page.path) or (is_original and key_of_lab == page.translation_key)
        if outcome_goes != lab_goes:
            ends.add(lab if outcome_goes else outcome)
    return ends
