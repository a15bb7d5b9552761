"""The addresses the gates look at: one of every page type, and every route that is no page."""

from collections.abc import Iterable

from tests.e2e.site import DemoSite

ROUTES: dict[str, dict[str, str]] = {
    "search": {"nl": "/nl/zoeken/?q=oudergesprek", "en": "/en/search/?q=parent+conversations"},
    "search without words": {"nl": "/nl/zoeken/", "en": "/en/search/"},
    "search without hits": {"nl": "/nl/zoeken/?q=xqzwvk", "en": "/en/search/?q=xqzwvk"},
    "compare": {"nl": "/nl/locaties/vergelijken/", "en": "/en/locations/compare/"},
    "route": {"nl": "/nl/locaties/jouw-route/", "en": "/en/locations/your-route/"},
    "your week": {
        "nl": "/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn",
        "en": "/en/locations/your-route/?programme=hbo-voltijd&year=year-1&location=nxt-doorn",
    },
    "your week without a group": {
        "nl": "/nl/locaties/jouw-route/?variant=zij-instroom",
        "en": "/en/locations/your-route/?programme=zij-instroom",
    },
    "card": {
        "nl": "/nl/locaties/jouw-route/kaart/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn",
        "en": "/en/locations/your-route/card/?programme=hbo-voltijd&year=year-1&location=nxt-doorn",
    },
    "line": {"nl": "/nl/locaties/doorlopende-lijn/", "en": "/en/locations/continuous-line/"},
    "calendar": {"nl": "/nl/labs/agenda/", "en": "/en/labs/calendar/"},
    "curriculum for somebody": {
        "nl": "/nl/curriculum/?instituut=universiteit-utrecht&groep=hbo-2-minor",
        "en": "/en/curriculum/?instituut=universiteit-utrecht&groep=hbo-2-minor",
    },
    "groups": {"nl": "/nl/curriculum/opleidingsgroepen/", "en": "/en/curriculum/training-groups/"},
    "group": {"nl": "/nl/curriculum/opleidingsgroepen/hbo-1/", "en": "/en/curriculum/training-groups/hbo-1/"},
    "outcomes": {"nl": "/nl/curriculum/leerresultaten/", "en": "/en/curriculum/outcomes/"},
    "missing": {"nl": "/nl/curriculum/wat-ontbreekt/", "en": "/en/curriculum/what-is-missing/"},
    "self-check": {"nl": "/nl/aansluiten/zelftest/", "en": "/en/joining/self-check/"},
    "accessibility": {"nl": "/nl/toegankelijkheidsverklaring/", "en": "/en/accessibility-statement/"},
    "api": {"nl": "/nl/api/", "en": "/en/api/"},
    "trajectory": {"nl": "/nl/aansluiten/traject/", "en": "/en/joining/trajectory/"},
    "phase": {
        "nl": "/nl/aansluiten/traject/cultuur-van-samen-opleiden/",
        "en": "/en/joining/trajectory/cultuur-van-samen-opleiden/",
    },
    "term": {
        "nl": "/nl/over-het-opleidingshuis/woordenlijst/opleiders/",
        "en": "/en/about/glossary/opleiders/",
    },
}


def gated_addresses(demo: DemoSite) -> list[tuple[str, str, str]]:
    """Return (name, language, path) of one page of every type and of every route, in both languages."""
    by_name = {**demo.page_types(), **ROUTES}
    return [(name, language, path) for name, paths in by_name.items() for language, path in sorted(paths.items())]


def kinds(pages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds of pages and the other screens that the gates look at, as the accessibility statement tells."""
    return tuple(sorted(pages)), tuple(sorted(ROUTES))
