"""The table of pages and languages: how far each translation is, and one click to go on with it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale

from portal.core.locales import language_name
from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.editorial.translations.changes import changes
from portal.editorial.translations.languages import languages_of
from portal.editorial.translations.listed import LanguageColumn, ListedColumn, ListedTable, ListedTitle
from portal.editorial.translations.states import (
    Standing,
    State,
    name_of,
    standings,
    translated_by,
    with_states,
)
from portal.partners.access.policy import UserAccess, access_of
from portal.partners.models import Partner

ROWS = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """What the table says of one page in one language, and where somebody goes on."""

    label: str
    look: str
    since: datetime | None
    note: str
    button: str
    url: str
    changes_url: str


def own_partners(request: HttpRequest) -> QuerySet[Partner]:
    """Return the partners among whose pages somebody may choose."""
    access = access_of(request.user)
    return Partner.objects.all() if access.is_core else Partner.objects.filter(pk__in=access.partners)


def own_kinds(request: HttpRequest) -> QuerySet[ContentType]:
    """Return the kinds of pages that there are among those of somebody."""
    kinds = translated_by(access_of(request.user)).order_by().values("content_type")
    return ContentType.objects.filter(pk__in=kinds).order_by("model")


class TranslationsFilterSet(WagtailFilterSet):
    """By partner, kind, and how far a page is in one language, or in any."""

    partner = django_filters.ModelChoiceFilter(label=gettext_lazy("Partner"), queryset=own_partners)
    content_type = ContentTypeFilter(label=gettext_lazy("Kind"), queryset=own_kinds)
    language = django_filters.ChoiceFilter(label=gettext_lazy("Language"), method="all_pages")
    state = django_filters.MultipleChoiceFilter(label=gettext_lazy("State"), choices=State.choices, method="in_state")

    class Meta:
        model = PortalPage
        fields = ["partner", "content_type"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locales = languages_of(access_of(self.request.user))
        self.filters["language"].extra["choices"] = [
            (locale.language_code, language_name(locale)) for locale in self.locales
        ]

    def _add_locale_filter(self) -> None:
        """Leave Wagtail's own filter out: the pages are Dutch, and the languages are the columns."""

    def all_pages(self, pages: PortalPageQuerySet, name: str, value: str) -> PortalPageQuerySet:
        """Leave the rows as they are: a language says which column is looked at."""
        return pages

    def in_state(self, pages: PortalPageQuerySet, name: str, value: list[str]) -> PortalPageQuerySet:
        """Return the pages that are so far in a chosen language."""
        code = self.form.cleaned_data.get("language")
        looked_at = [locale for locale in self.locales if not code or locale.language_code == code]
        is_so_far: list[Any] = [Q(**{f"{name_of(locale)}__in": value}) for locale in looked_at]
        found: PortalPageQuerySet = pages.filter(Q.create(is_so_far, Q.OR)) if value else pages
        return found


class Cockpit(ReportView):
    """The report itself."""

    model = PortalPage
    page_title = gettext_lazy("Translations by page")
    header_icon = "wagtail-localize-language"
    index_url_name = "translations"
    index_results_url_name = "translations_results"
    filterset_class = TranslationsFilterSet
    table_class = ListedTable
    default_ordering = "title"
    paginate_by = ROWS

    @cached_property
    def access(self) -> UserAccess:
        """What is known of the person who looks."""
        return access_of(self.request.user)

    @cached_property
    def locales(self) -> list[Locale]:
        """The languages that are shown: the chosen one, or all of this person."""
        chosen = self.request.GET.get("language")
        every = languages_of(self.access)
        return [locale for locale in every if locale.language_code == chosen] or every

    @cached_property
    def columns(self) -> list[Column]:
        """The page, whose it is, what it is, and each language."""
        return [
            ListedTitle("title", label=_("Title"), get_url=lambda page: page.leads_to),
            ListedColumn("partner", label=_("Partner")),
            ListedColumn("kind", label=_("Kind"), accessor="page_type_display_name"),
            *(LanguageColumn(name_of(one), label=language_name(one), accessor=_cell_of(one)) for one in self.locales),
        ]

    def get_base_queryset(self) -> PortalPageQuerySet:
        """Return the pages of which this person keeps translations, with their states."""
        pages = with_states(translated_by(self.access), languages_of(self.access))
        found: PortalPageQuerySet = pages.select_related("partner", "content_type", "locale").order_by("title", "pk")
        return found

    def get_table(self, object_list: Any) -> Any:
        """Put into each row what its cells say, and where its title leads: to the form, or to what visitors read."""
        rows = list(object_list)
        known = standings(rows, self.locales)
        own = set(self.access.own_pages().filter(pk__in=known).values_list("pk", flat=True))
        for page in rows:
            page.leads_to = editing(page) if page.pk in own else page.get_url(self.request)
            page.cells = {one.locale.pk: cell_of(page, one) for one in known[page.pk]}
        return super().get_table(rows)


def _cell_of(locale: Locale) -> Any:
    return lambda page: page.cells[locale.pk]


def editing(page: Any) -> str:
    """Return the address of the form of a page."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def cell_of(page: PortalPage, standing: Standing) -> Cell:
    """Return what the table says of a page in a language."""
    state, translation = standing.state, standing.translation
    code = standing.locale.language_code
    if translation is None:
        url = reverse("wagtail_localize:submit_page_translation", args=[page.pk]) + f"?select_locale={code}"
        return Cell(str(state.label), "", None, "", _("Translate"), url, "")
    buttons = {State.DRAFT: _("Go on"), State.OUTDATED: _("Update"), State.CURRENT: _("Open")}
    note = _("Partly in Dutch") if translation.holds_dutch and translation.live else ""
    changed = reverse("translation_changes", args=[page.pk, code]) if state is State.OUTDATED else ""
    look = "w-status--primary" if state is State.CURRENT else ""
    return Cell(str(state.label), look, standing.since, note, buttons[state], editing(translation), changed)


@require_safe
def what_changed(request: HttpRequest, page_id: int, language: str) -> HttpResponse:
    """Show what changed in Dutch since a translation was published, beside that translation."""
    access = access_of(request.user)
    locale = next((one for one in languages_of(access) if one.language_code == language), None)
    page = translated_by(access).filter(pk=page_id).specific().first()
    if locale is None or page is None:
        raise Http404
    made = PortalPage.objects.filter(translation_key=page.translation_key, locale=locale, alias_of=None)
    translation = get_object_or_404(made).specific
    context = {
        "page": page,
        "translation": translation,
        "language": language_name(locale),
        "language_code": language,
        "changes": changes(page, translation),
        "edit_url": editing(translation),
    }
    return TemplateResponse(request, "portal/translations/changes.html", context)
