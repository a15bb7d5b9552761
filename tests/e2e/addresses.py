"""The addresses the gates look at: one of every page type, and every route that is no page."""

from collections.abc import Iterable

from tests.e2e.site import DemoSite

LAB_STATES = {
    "nu-bezig": "going on",
    "geweest": "that is over",
    "vervallen": "that is cancelled",
    "vol": "that is full",
    "van-vorig-jaar": "of last year",
}
"""The labs that `lab_states.py` makes, and what is so of each."""


def lab_at(slug: str) -> dict[str, str]:
    """Return the addresses of a lab at Academie Tien."""
    return {"nl": f"/nl/locaties/academie-tien/{slug}/", "en": f"/en/locations/academie-tien/{slug}/"}


DEMO_ROUTES: dict[str, dict[str, str]] = {
    "search": {"nl": "/nl/zoeken/?q=oudergesprek", "en": "/en/search/?q=parent+conversations"},
    "search without words": {"nl": "/nl/zoeken/", "en": "/en/search/"},
    "search without hits": {"nl": "/nl/zoeken/?q=xqzwvk", "en": "/en/search/?q=xqzwvk"},
    "compare": {"nl": "/nl/locaties/vergelijken/", "en": "/en/locations/compare/"},
    "compare two locations": {
        "nl": "/nl/locaties/vergelijken/?locatie=academie-tien&locatie=nxt-doorn",
        "en": "/en/locations/compare/?location=academie-tien&location=nxt-doorn",
    },
    "question of development": {
        "nl": "/nl/locaties/ontwikkelvraag/werken-in-een-gemengde-groep/",
        "en": "/en/locations/question/werken-in-een-gemengde-groep/",
    },
    "route": {"nl": "/nl/locaties/jouw-route/", "en": "/en/locations/your-route/"},
    "your week": {
        "nl": "/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn",
        "en": "/en/locations/your-route/?programme=hbo-voltijd&year=year-1&location=nxt-doorn",
    },
    "your week with labs of your own": {
        "nl": "/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn"
        "&lab=leerling-oudergesprekken&lab=schrijfvaardigheid",
        "en": "/en/locations/your-route/?programme=hbo-voltijd&year=year-1&location=nxt-doorn"
        "&lab=leerling-oudergesprekken&lab=schrijfvaardigheid",
    },
    "labs of your own": {
        "nl": "/nl/locaties/jouw-route/?lab=leerling-oudergesprekken&lab=lab-vol",
        "en": "/en/locations/your-route/?lab=leerling-oudergesprekken&lab=lab-vol",
    },
    "your week without a location": {
        "nl": "/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-2&locatie=weet-niet",
        "en": "/en/locations/your-route/?programme=hbo-voltijd&year=year-2&location=not-known",
    },
    "your week with a wrong answer": {
        "nl": "/nl/locaties/jouw-route/?variant=hbo-voltijd&jaar=jaar-9&locatie=nergens",
        "en": "/en/locations/your-route/?programme=hbo-voltijd&year=year-9&location=nergens",
    },
    "your week without a group": {
        "nl": "/nl/locaties/jouw-route/?variant=zij-instroom",
        "en": "/en/locations/your-route/?programme=zij-instroom",
    },
    "card": {
        "nl": "/nl/locaties/jouw-route/kaart/?variant=hbo-voltijd&jaar=jaar-1&locatie=nxt-doorn",
        "en": "/en/locations/your-route/card/?programme=hbo-voltijd&year=year-1&location=nxt-doorn",
    },
    "card with labs": {
        "nl": "/nl/locaties/jouw-route/kaart/?variant=master&locatie=nxt-doorn&lab=leerling-oudergesprekken",
        "en": "/en/locations/your-route/card/?programme=master&location=nxt-doorn&lab=leerling-oudergesprekken",
    },
    "line": {"nl": "/nl/locaties/doorlopende-lijn/", "en": "/en/locations/continuous-line/"},
    "calendar": {"nl": "/nl/labs/agenda/", "en": "/en/labs/calendar/"},
    "months": {"nl": "/nl/labs/maanden/", "en": "/en/labs/months/"},
    "labs under a choice": {
        "nl": "/nl/labs/?periode=drie-weken&locatie=nxt-doorn&locatie=academie-tien",
        "en": "/en/labs/?period=three-weeks&location=nxt-doorn&location=academie-tien",
    },
    "labs that are over or off": {
        "nl": "/nl/labs/?staat=geweest&staat=vervallen&staat=vol&staat=bezig",
        "en": "/en/labs/?state=over&state=cancelled&state=full&state=going-on",
    },
    "no labs": {"nl": "/nl/labs/?thema=bestaat-niet", "en": "/en/labs/?theme=bestaat-niet"},
    "contact": {"nl": "/nl/contact/", "en": "/en/contact/"},
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
"""The routes of the demo site as everybody gets it."""

ROUTES = {
    **DEMO_ROUTES,
    **{f"lab {state}": lab_at(f"lab-{slug}") for slug, state in LAB_STATES.items()},
    "lab from a list": {
        "nl": "/nl/locaties/academie-tien/lab-vol/?uit=agenda%3Flocatie%3Dacademie-tien",
        "en": "/en/locations/academie-tien/lab-vol/?via=calendar%3Flocation%3Dacademie-tien",
    },
}
"""Those, and the labs that only the site of the browser tests has."""


def gated_addresses(demo: DemoSite) -> list[tuple[str, str, str]]:
    """Return (name, language, path) of one page of every type and of every route, in both languages."""
    by_name = {**demo.page_types(), **ROUTES}
    return [(name, language, path) for name, paths in by_name.items() for language, path in sorted(paths.items())]


def kinds(pages: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the kinds of pages and the other screens that the gates look at, as the accessibility statement tells."""
    return tuple(sorted(pages)), tuple(sorted(ROUTES))
