"""Reads the offer of labs from the database: eight plain questions, whatever its size."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, QuerySet, Value

from curriculum.labs.full import mark_full
from curriculum.labs.offer import LabOffering, Offer, offered_session
from curriculum.labs.rows import LabGroup, LabLocation, LabPartner, LabSession, LabTheme, lab_pages
from curriculum.named import Named, locales_of, named_groups, named_pages
from curriculum.rhythm.weeks import SchoolYears
from curriculum.rollover.editions import goes_on
from portal.core.locales import locale_of
from portal.partners.models import Partner

if TYPE_CHECKING:
    from curriculum.labs.models import LabPage

Keys = dict[int, list[Any]]
"""What the rows of one kind name, by the key of the lab."""


class Rows(NamedTuple):
    """What the rows of labs name."""

    themes: Keys
    places: Keys
    groups: Keys
    partners: Keys
    sessions: dict[int, list[Any]]


def load_offer(language: str, years: SchoolYears, only: Iterable[UUID] | QuerySet[Any] | None = None) -> Offer:
    """Read the offer as a visitor of one language sees it; `only` the labs with these translation keys, if given."""
    labs = _labs(language, {} if only is None else {"translation_key__in": only})
    originals = [lab for lab in labs if lab.owns_facts]
    texts = {lab.translation_key: lab for lab in labs if lab.locale.language_code == language}
    rows = _rows(originals)
    of_sessions = [row.place_key for sessions in rows.sessions.values() for row in sessions if row.place_key]
    pages = named_pages([*_values(rows.themes), *_values(rows.places), *of_sessions], language)
    groups = named_groups(_values(rows.groups), language)
    partners = Partner.objects.in_bulk({*_values(rows.partners), *(lab.partner_id for lab in originals)} - {None})
    offer = []
    for original in originals:
        shown = texts.get(original.translation_key, original)
        shown.facts = original
        original.partner = shown.partner = partners.get(original.partner_id)
        lab = _offered(original, shown, rows, pages, groups)
        lab.partners = _partners(original, rows.partners.get(original.pk, []), partners)
        lab.years = years
        lab.languages = frozenset(original.read_in)
        for row in rows.sessions.get(original.pk, []):
            lab.sessions.append(offered_session(row, lab, pages.one(row.place_key), years))
        offer.append(lab)
    known = {group.slug for lab in offer for group in lab.groups}
    for lab in offer:
        lab.is_for_all = len(known) > 1 and len(lab.groups) == len(known)
    return Offer(tuple(offer))


def _offered(original: "LabPage", shown: "LabPage", rows: Rows, pages: Named, groups: Named) -> LabOffering:
    named = rows.places.get(original.pk, [])
    places = pages.all(named)
    return LabOffering(
        page=shown,
        facts=original,
        themes=pages.all(rows.themes.get(original.pk, [])),
        places=places,
        only_place=places[0] if places and len(named) == 1 else None,
        groups=groups.all(rows.groups.get(original.pk, [])),
        partners=[],
    )


def _partners(original: "LabPage", others: list[int], known: dict[int, Partner]) -> list[Partner]:
    """Return the owner of the space, and after it the others by name."""
    ordered = sorted((known[pk] for pk in others if pk in known), key=lambda partner: partner.name)
    owner = [original.partner] if original.partner else []
    return list(dict.fromkeys([*owner, *ordered]))


def _labs(language: str, which: dict[str, Any]) -> list[Any]:
    """Return the public labs in Dutch, for the facts, and in the reader's language, for the text."""
    public = lab_pages().live().public().filter(alias_of=None, **which)
    others = lab_pages().live().filter(alias_of=None, translation_key=OuterRef("translation_key")).order_by()
    labs = public.filter(locale__in=locales_of(language)).defer_streamfields().order_by("path")
    languages = ArraySubquery(others.values("locale__language_code"))
    found = list(labs.annotate(read_in=languages, goes_on=goes_on()))
    for lab in found:
        lab.locale = locale_of(lab)
    return found


def _rows(labs: list[Any]) -> Rows:
    keys = [lab.pk for lab in labs]
    named: dict[str, Keys] = {"theme": {}, "location": {}, "group": {}}
    for kind, page, key in _named_by(keys):
        named[kind].setdefault(page, []).append(key)
    partners: Keys = {}
    for page, partner in LabPartner.objects.filter(page__in=keys).values_list("page_id", "partner_id"):
        partners.setdefault(page, []).append(partner)
    sessions: dict[int, list[Any]] = {}
    rows = LabSession.objects.filter(page__in=keys).annotate(place_key=F("location__translation_key"))
    for row in rows.order_by("starts", "pk"):
        sessions.setdefault(row.page_id, []).append(row)
    mark_full(row for found in sessions.values() for row in found)
    return Rows(named["theme"], named["location"], named["group"], partners, sessions)


def _named_by(labs: list[int]) -> QuerySet[Any]:
    """Return what rows of labs name: its kind, the key of the lab, and what it has in common with its translations."""

    def of(model: type[Model], kind: str) -> QuerySet[Any]:
        rows: QuerySet[Any] = model._default_manager.filter(page__in=labs).order_by()
        return rows.annotate(kind=Value(kind)).values_list("kind", "page_id", f"{kind}__translation_key")

    return of(LabTheme, "theme").union(of(LabLocation, "location"), of(LabGroup, "group"), all=True)


def _values(rows: Keys) -> list[Any]:
    return [value for values in rows.values() for value in values]
