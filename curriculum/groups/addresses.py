"""Addresses of training groups: below the curriculum page of the reader's language."""

from typing import Any

from django.utils.functional import cached_property

from curriculum.models.index import CurriculumIndexPage


class GroupAddresses:
    """Gives every training group its address with one query for all of them."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def page(self) -> CurriculumIndexPage | None:
        """The live curriculum page of the language; None when there is none."""
        pages = CurriculumIndexPage.objects.live().filter(locale__language_code=self.language)
        return pages.select_related("locale").defer_streamfields().first()

    def of(self, group: Any, request: Any = None) -> str:
        """Return the address of a group; empty when the language has no curriculum page."""
        if self.page is None:
            return ""
        return f"{self.page.get_url(request)}{self.page.reverse_subpage(f'group_{self.language}', args=[group.slug])}"
