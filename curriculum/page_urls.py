"""Pages the curriculum refers to by what they are: the catalogue, the curriculum page, the page about each week."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.functional import cached_property

from portal.core.address_words import address
from portal.core.content_cache import kept
from portal.core.models.pages import PortalPage
from portal.core.peers import asked_together
from portal.core.route_names import named
from portal.core.worded import PerLanguage

if TYPE_CHECKING:
    from curriculum.groups.models import TrainingGroup


CALENDAR_FILES = PerLanguage(nl="agenda.ics", en="calendar.ics")
"""Name of the calendar file below the catalogue, in each language."""


HALF_YEARLY = "halfjaarlijks"
"""How often something of the rhythm happens, as `RhythmElementPage.Cadence` says; its model stands above this one."""


class PageUrls:
    """Addresses of groups, catalogue and calendar file, and the pages of the rhythm.

    An address is empty where the page above it is not live in the language.
    """

    def __init__(self, language: str, request: HttpRequest | None = None) -> None:
        self.language = language
        self.request = request

    @cached_property
    def weeks(self) -> dict[int, Any]:
        """Return the page about each week of the cycle in the reader's language; the week itself is a shared fact."""
        texts = {page.translation_key: page for page in self._pages if page.locale.language_code == self.language}
        originals = [page for page in self._pages if page.owns_facts and page.rhythm_week]
        return {page.rhythm_week: texts.get(page.translation_key, page) for page in reversed(originals)}

    @cached_property
    def half_yearly(self) -> list[Any]:
        """Return the pages about what happens twice a year, in the reader's language."""
        texts = {page.translation_key: page for page in self._pages if page.locale.language_code == self.language}
        originals = [page for page in self._pages if page.owns_facts and page.cadence == HALF_YEARLY]
        return [texts.get(page.translation_key, page) for page in originals]

    @cached_property
    def labs(self) -> str:
        """Address of the catalogue of labs."""
        return self._address("labindexpage")

    @cached_property
    def labs_title(self) -> str:
        """Title of the catalogue of labs."""
        page = self._page("labindexpage")
        return str(page.title) if page else ""

    @cached_property
    def curriculum(self) -> str:
        """Address of the curriculum page."""
        return self._address("curriculumindexpage")

    def calendar_file(self, **choice: str) -> str:
        """Return the address of the calendar file, with a choice of labs."""
        asked = address(choice.items(), self.language)
        return f"{self.labs}{CALENDAR_FILES[self.language]}{asked}" if self.labs else ""

    def labs_where(self, **choice: str) -> str:
        """Return the address of the catalogue under a choice; empty without a catalogue."""
        return f"{self.labs}{address(choice.items(), self.language)}" if self.labs else ""

    def group(self, group: "TrainingGroup") -> str:
        """Return the address of a training group."""
        return self.view("group", group.slug)

    def view(self, name: str, *args: str) -> str:
        """Return the address of a view below the curriculum page: groups, group, outcomes, missing."""
        page = self._page("curriculumindexpage")
        return f"{self.curriculum}{_below(page, name, self.language, *args)}" if page else ""

    @property
    def _pages(self) -> list[Any]:
        return _well_known_pages(self.language)

    def _page(self, model: str) -> Any:
        mine = (page for page in self._pages if page.locale.language_code == self.language)
        return next((page for page in mine if page.cached_content_type.model == model), None)

    def _address(self, model: str) -> str:
        page = self._page(model)
        return page.get_url(self.request) or "" if page else ""


@kept(size=4)
def _well_known_pages(language: str) -> list[Any]:
    kinds = Q(labindexpage__isnull=False) | Q(curriculumindexpage__isnull=False)
    of_rhythm = Q(rhythmelementpage__week__isnull=False) | Q(rhythmelementpage__cadence=HALF_YEARLY)
    languages = Q(locale__language_code__in=[settings.LANGUAGE_CODE, language], alias_of=None)
    pages = PortalPage.objects.live().public().filter(languages, kinds | of_rhythm)
    rhythm = {"rhythm_week": F("rhythmelementpage__week"), "cadence": F("rhythmelementpage__cadence")}
    return list(pages.annotate(**rhythm).select_related("locale").order_by("path"))


@asked_together
def address_of_group(groups: "list[TrainingGroup]") -> dict[int, str]:
    """Return the address of a training group below the live curriculum page of its own language; empty without one."""
    locales = {group.locale_id for group in groups}
    pages = PortalPage.objects.live().filter(locale__in=locales, curriculumindexpage__isnull=False)
    first = {page.locale_id: page for page in reversed(list(pages.select_related("locale")))}
    return {group.pk: _address_of(group, first.get(group.locale_id)) for group in groups}


def _address_of(group: "TrainingGroup", page: PortalPage | None) -> str:
    return f"{page.get_url()}{_below(page, 'group', page.locale.language_code, group.slug)}" if page else ""


def _below(page: PortalPage, name: str, language: str, *args: str) -> str:
    """Return the address of a view below the curriculum page, of which only the base page is loaded."""
    return str(page.specific_class.get_resolver().reverse(named(name, language), *args))
