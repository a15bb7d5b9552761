"""How far each Dutch page is in each other language: missing, a draft, outdated or up to date.

The database says so for all pages in one query, so that a list can be filtered and counted by it. A translation is
outdated when its Dutch page was published after it, and a text of that page has no translation yet, one from before the
change, or one that is not on the site: who changes only facts, such as a day, makes no work for a translator.
Without running texts (a translation that was stopped) the day alone decides. What still holds Dutch is outdated too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from portal.core.models.pages import PortalPage
from portal.core.models.querysets import PortalPageQuerySet
from portal.core.translations.keeping import KEPT
from portal.core.translations.unfinished import UNREAD
from portal.partners.access.policy import UserAccess


class State(models.TextChoices):
    """How far a page is in a language. The order is that of the work: what lacks most comes first."""

    MISSING = "missing", _("missing")
    DRAFT = "draft", _("draft")
    OUTDATED = "outdated", _("outdated")
    CURRENT = "current", _("up to date")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one page is in one language; `since` is when its Dutch page went ahead of it."""

    locale: Locale
    state: State
    translation: PortalPage | None = None
    since: datetime | None = None


def translated_by(access: UserAccess) -> PortalPageQuerySet:
    """Return the Dutch pages on the site of which somebody keeps the translations; the core team those of all."""
    pages: PortalPageQuerySet = PortalPage.objects.originals().live()
    return pages if access.is_core else pages.filter(partner__in=access.partners)


def name_of(locale: Locale) -> str:
    """Return under which name a query tells the state of each page in a language."""
    return f"state_{locale.pk}"


def with_states(pages: PortalPageQuerySet, locales: Iterable[Locale]) -> PortalPageQuerySet:
    """Add to each page its state in these languages."""
    found: PortalPageQuerySet = pages.annotate(**{name_of(locale): _state(locale) for locale in locales})
    return found


def _state(locale: Locale) -> Coalesce:
    """Return the state of a page in a language, as an expression."""
    made = PortalPage.objects.filter(translation_key=OuterRef("translation_key"), locale=locale, alias_of=None)
    running = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=locale, enabled=True
    )
    went_ahead = Q(last_published_at__lt=OuterRef("last_published_at"))
    behind = Q(holds_dutch=True) | (went_ahead & (Exists(_waiting(locale)) | ~Exists(running)))
    state = Case(
        When(live=False, then=Value(State.DRAFT)),
        When(behind, then=Value(State.OUTDATED)),
        default=Value(State.CURRENT),
    )
    return Coalesce(Subquery(made.annotate(how_far=state).values("how_far")[:1]), Value(State.MISSING))


def _waiting(locale: Locale) -> models.QuerySet[StringSegment]:
    """Return the texts of a page of which the site does not show what somebody made of them in a language."""
    told = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"), context_id=OuterRef("context_id"), locale=locale, has_error=False
    )
    shown = told.exclude(tool_name=KEPT).filter(updated_at__lte=OuterRef("shown_at"))
    texts = StringSegment.objects.filter(
        source__object_id=OuterRef("translation_key"), string__data__regex="[[:alpha:]]"
    ).exclude(context__path__regex=rf"(^|\.)({'|'.join(sorted(UNREAD))})$")
    return texts.annotate(shown_at=OuterRef("last_published_at")).filter(~Exists(shown))


def standings(pages: Iterable[Any], locales: Iterable[Locale]) -> dict[int, list[Standing]]:
    """Return by the key of a page how it is in each language; the pages come from `with_states`."""
    pages, locales = list(pages), list(locales)
    keys = {page.translation_key: page for page in pages}
    made = PortalPage.objects.filter(translation_key__in=keys, locale__in=locales, alias_of=None)
    translations = {(page.translation_key, page.locale_id): page for page in made.select_related("content_type")}
    published = _publications(pages)
    found: dict[int, list[Standing]] = {}
    for page in pages:
        found[page.pk] = [
            _standing(page, locale, translations.get((page.translation_key, locale.pk)), published.get(page.pk, []))
            for locale in locales
        ]
    return found


def _standing(page: Any, locale: Locale, translation: PortalPage | None, published: list[datetime]) -> Standing:
    state = State(getattr(page, name_of(locale)))
    if state is not State.OUTDATED or translation is None:
        return Standing(locale, state, translation)
    shown = translation.last_published_at
    later = [moment for moment in (*published, page.last_published_at) if moment and shown and moment > shown]
    return Standing(locale, state, translation, min(later, default=shown))


def _publications(pages: list[Any]) -> dict[int, list[datetime]]:
    """Return when each page was published."""
    found: dict[int, list[datetime]] = {}
    entries = PageLogEntry.objects.filter(page__in=pages, action="wagtail.publish")
    for key, moment in entries.values_list("page", "timestamp"):
        found.setdefault(key, []).append(moment)
    return found


def counts(pages: PortalPageQuerySet, locales: Iterable[Locale]) -> dict[int, dict[State, int]]:
    """Return by the key of a language how many pages are how far in it."""
    found: dict[int, dict[State, int]] = {}
    for locale in locales:
        name = name_of(locale)
        rows = with_states(pages, [locale]).values(name).annotate(n=models.Count("pk")).order_by(name)
        told = {State(row[name]): row["n"] for row in rows.values(name, "n")}
        found[locale.pk] = {state: told.get(state, 0) for state in State}
    return found
