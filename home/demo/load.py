"""The order in which the demo site is built: what others point at comes first."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo import checks, days, offer, people, publications, questions, snippets, spaces, standing
from home.demo.data import FOLDER, read
from home.demo.english import translate_all
from home.demo.phrases import promote
from home.demo.publishing import log_publications
from home.demo.site import DemoSite
from home.models import HomePage
from portal.core.search_backend import entries_at_the_end
from portal.core.telling import tell
from portal.partners import provision
from search.meaning import kept
from search.receivers import everything_noted_at_the_end

STEPS: list[tuple[str, Callable[[DemoSite], None]]] = [
    ("partners", spaces.build_partners),
    ("figures", snippets.build_figures),
    ("home page", standing.build_home),
    ("standing pages", standing.build_standing_pages),
    ("locations and partner pages", spaces.build_spaces),
    ("who answers the rest", standing.build_signposts),
    ("school year", offer.build_school_year),
    ("variants and training groups", offer.build_groups),
    ("themes", offer.build_themes),
    ("labs with sessions", offer.build_labs),
    ("learning outcomes", offer.build_outcomes),
    ("insights", publications.build_insights),
    ("stories", publications.build_stories),
    ("plans", publications.build_plans),
    ("events", publications.build_events),
    ("news", publications.build_news),
    ("guides", publications.build_guides),
    ("rhythm", standing.build_rhythm),
    ("glossary", snippets.build_glossary),
    ("words we do not use", snippets.build_refused_words),
    ("synonyms", snippets.build_synonyms),
    ("joining", snippets.build_onboarding),
    ("days at locations", days.build_days),
    ("open questions", questions.build_questions),
    ("entry points", standing.complete_home),
]

VECTORS = FOLDER / "vectors.npz"
"""What the texts of the demo mean, so that a new site need not read for minutes; `search_encode --write` makes it."""


def is_loaded() -> bool:
    """Return whether the site has a home page, from an earlier run or made by hand."""
    return HomePage.objects.exists()


@transaction.atomic
def load(report: Callable[[str], None]) -> None:
    """Build the whole site in both languages, all or nothing; `report` hears of each step."""
    site = DemoSite(locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    with _afterwards():
        for name, build in STEPS:
            build(site)
            report(name)
        if unknown := read("search_phrases").keys() - site.searched:
            raise KeyError(f"search phrases of what is not there: {sorted(unknown)}")
        _refresh_statistics()
        _build_english(site)
        snippets.build_trajectory(site)
        promote(site.pages)
        report("English")
        people.provision_partners(site)
    people.build_accounts(site)
    checks.build_checks(site)
    report("rights and accounts")
    call_command("rebuild_references_index", verbosity=0)
    _refresh_statistics()
    report("references")
    kept.read(VECTORS)
    report("what the texts mean")


@contextmanager
def _afterwards() -> Iterator[None]:
    """Do what follows each save and publication once, at the end: it is the same, and most of the time otherwise."""
    with (
        everything_noted_at_the_end(),
        entries_at_the_end(),
        tell.at_the_end(),
        log_publications.at_the_end(),
        provision.follow.at_the_end(),
        disable_reference_index_auto_update(),
    ):
        yield


def _refresh_statistics() -> None:
    """Tell PostgreSQL how full its tables are; it would find out a minute later, and plan badly until then.

    Only our own tables: those that all databases of a server share would stay locked until the end of the load.
    """
    tables = ", ".join(connection.ops.quote_name(name) for name in connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")


def _build_english(site: DemoSite) -> None:
    """Translate everything: snippets first, then pages from the top of the tree down."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    pages = sorted(site.pages.values(), key=lambda page: page.path)
    translate_all([*site.snippets.values(), *pages], site.words, english)
