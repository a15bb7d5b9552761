"""What lies on an editor's desk: the panels of the first screen, each one question to the database."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page

from portal.core.locales import language_name
from portal.core.models.pages import PortalPage
from portal.editorial.translations.languages import languages_of
from portal.editorial.translations.states import State, counts, translated_by
from portal.partners.access.policy import UserAccess, access_of
from portal.partners.review_status import turns

SHOWN = 8
"""Most lines in a panel; the rest is counted."""

TO_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on the desk: its name, where to go on with it, and what there is to say of it.

    With `send` the button does something at once, with the words in `value`, instead of leading to `url`.
    """

    title: str
    url: str
    note: str = ""
    day: Any = None
    button: str = ""
    send: str = ""
    value: str = ""


class DashboardPanel(Component):
    """A panel with a heading, a sentence that says what to do, and lines. Without lines it is not there.

    `way` is the name of the screen that shows all of them, and the words of the link to it.
    """

    template_name = "portal/editors/desk_panel.html"
    order = 200

    def __init__(
        self,
        name: str,
        heading: str | Promise,
        lead: str | Promise,
        lines: Callable[[UserAccess], Iterable[Line]],
        order: int,
        way: tuple[str, str | Promise] | None = None,
    ) -> None:
        self.name, self.heading, self.lead, self.lines, self.order = name, heading, lead, lines, order
        self.way = way

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Ask for the lines of the person who looks."""
        request = parent_context["request"]
        lines = list(self.lines(access_of(request.user)))
        token = get_token(request) if any(line.send for line in lines) else ""
        facts = {"panel": self, "lines": lines[:SHOWN], "more": max(0, len(lines) - SHOWN), "csrf_token": token}
        return {**facts, "way": (reverse(self.way[0]), self.way[1], len(lines)) if self.way else None}


def editing(page: Page) -> str:
    """Return the address of the form of a page."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def drafts(access: UserAccess) -> list[Line]:
    """Return what somebody has in the works, and who acts next; only where they still work."""
    pages = PortalPage.objects.in_work_of(access.user).filter(pk__in=access.own_pages().values("pk"))
    found = list(pages.select_related("content_type", "locale").order_by("-latest_revision_created_at", "-pk"))
    waiting = turns(page.pk for page in found)
    return [
        Line(page.draft_title, editing(page), waiting.get(page.pk) or _kind(page), page.latest_revision_created_at)
        for page in found
    ]


def waiting(access: UserAccess) -> list[Line]:
    """Return what waits for a decision of this person; each line leads straight to what changed."""
    asked = access.awaiting_review().select_related("revision__user", "workflow_state__requested_by")
    states = list(asked.order_by("-started_at"))
    pages = Page.objects.in_bulk([int(state.revision.object_id) for state in states])
    lines = []
    for state in states:
        if page := pages.get(int(state.revision.object_id)):
            sender = state.workflow_state.requested_by or state.revision.user
            note = _("Sent by %(person)s.") % {"person": sender} if sender else ""
            url = what_changed(page, state.revision_id)
            lines.append(Line(state.revision.object_str, url, note, state.started_at, _("Look it over")))
    return lines


def what_changed(page: Page, revision_id: int) -> str:
    """Return the address where a draft stands beside what is live; for a page that was never live, its form."""
    if page.live_revision_id and page.live_revision_id != revision_id:
        return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision_id])
    return editing(page)


def not_in_english(access: UserAccess) -> list[Line]:
    """Return what visitors of one's own space can read in Dutch only, after what is partly Dutch in English."""
    if TO_LANGUAGE not in [locale.language_code for locale in languages_of(access)]:
        return []
    pages = PortalPage.objects.kept_by(access.partners, access.is_core).select_related("content_type")
    ordered = pages.order_by("-last_published_at", "pk")
    half = [
        Line(page.title, editing(page), _("Partly in Dutch"), button=_("Go on"))
        for page in ordered.filter(holds_dutch=True, live=True, alias_of=None)
    ]
    return [*half, *(_to_translate(page) for page in ordered.without(TO_LANGUAGE))]


def _to_translate(page: PortalPage) -> Line:
    if page.begun:
        url = reverse("wagtailadmin_pages:edit", args=[page.begun])
        return Line(page.title, url, _("Begun, not published yet."), button=_("Go on"))
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk]) + f"?select_locale={TO_LANGUAGE}"
    return Line(page.title, url, _kind(page), button=_("Translate"))


def _kind(page: Page) -> str:
    return f"{capfirst(page.content_type.name)}."


def translating(access: UserAccess) -> list[Line]:
    """Return each language in which there is something to do, with how much of what; it leads to those pages."""
    locales = languages_of(access)
    found = counts(translated_by(access), locales)
    lacking = [(locale, _lacking(found[locale.pk])) for locale in locales]
    return [
        Line(language_name(locale), _table_of(locale, states), _how_many(states), button=_("Go on"))
        for locale, states in lacking
        if states
    ]


def _lacking(found: Mapping[State, int]) -> dict[State, int]:
    return {state: number for state, number in found.items() if number and state != State.CURRENT}


def _table_of(locale: Locale, lacking: Iterable[State]) -> str:
    asked = [("language", locale.language_code), *(("state", state.value) for state in lacking)]
    return f"{reverse('translations')}?{urlencode(asked)}"


def _how_many(lacking: Mapping[State, int]) -> str:
    return ", ".join(f"{n} {state.label}" for state, n in lacking.items())


def panels() -> list[Component]:
    """Return the panels that every editor has; other apps add theirs in the same hook."""
    return [
        DashboardPanel(
            "waiting",
            gettext_lazy("Waiting for you"),
            gettext_lazy("Look at what changed, then approve it or return it with a reason."),
            waiting,
            20,
        ),
        DashboardPanel(
            "drafts",
            gettext_lazy("Your drafts"),
            gettext_lazy("What you are working on and is not on the site like this yet."),
            drafts,
            30,
        ),
        DashboardPanel(
            "translations",
            gettext_lazy("Translations"),
            gettext_lazy("How many pages are not as far in another language as they are in Dutch."),
            translating,
            55,
        ),
        DashboardPanel(
            "not-in-english",
            gettext_lazy("Not in English yet"),
            gettext_lazy("Visitors can read these pages in Dutch only."),
            not_in_english,
            60,
        ),
    ]
