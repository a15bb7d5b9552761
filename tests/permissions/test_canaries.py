"""Words of an owner never turn up where visitors and other partners look: search, suggestions, feeds, the sitemap."""

from typing import Any

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils.translation import override

from home.models import StandardPage
from portal.partners.rights import Role
from search.engines import breaker
from search.engines.client import write_client
from search.index.rebuild import ours, rebuild, refresh_store
from search.models import StoredDocument
from search.schema import LANGUAGES
from tests.permissions.canaries import PATTERN, seen
from tests.permissions.outcomes import text_of
from tests.permissions.world import MAY_READ, World
from tests.search.conftest import indices  # noqa: F401  # a fixture

pytestmark = pytest.mark.usefixtures("undone")


def words_in(text: Any) -> list[str]:
    return [match.group() for match in PATTERN.finditer(str(text))]


def test_search_documents_hold_only_what_visitors_read(world: World) -> None:
    assert not refresh_store()

    documents = list(StoredDocument.objects.values())
    assert {"Over ons", "Te lezen"} <= {document["title"] for document in documents}
    assert not words_in(documents)


@pytest.mark.elasticsearch
@pytest.mark.parametrize("engine", ["elasticsearch", "postgresql"])
def test_no_index_suggestion_feed_or_result_tells_a_word_of_a_draft(
    world: World,
    indices: None,  # noqa: F811
    engine: str,
) -> None:
    breaker.forget()
    rebuild()
    kept = []
    for language in LANGUAGES:
        for index in ours(language):
            kept += write_client().search(index=index, query={"match_all": {}}, size=1000)["hits"]["hits"]
    assert {"Over ons", "Te lezen"} <= {hit["_source"]["title"] for hit in kept}
    assert not words_in(kept)

    # A search for a word of one's own says the word back; so these are beginnings and slugs.
    told = {}
    with override_settings(**({} if engine == "elasticsearch" else {"ELASTICSEARCH_URL": "http://127.0.0.1:1"})):
        breaker.forget()
        for role in (Role.ANONYMOUS, Role.SIGNED_IN, Role.AUTHOR, Role.TRANSLATOR, Role.JOINING, Role.CORE_EDITOR):
            for address in public_searches():
                response = world.ask(role, address)
                assert response.status_code == 200
                if found := seen(text_of(response, address), MAY_READ[role]):
                    told[role, address] = [world.canaries.places[word] for word in found]
    breaker.forget()
    assert not told


def public_searches() -> list[str]:
    found = []
    for language in LANGUAGES:
        with override(language):
            for name in ("search", "suggestions", "search_feed"):
                found += [f"{reverse(name)}?q={word}" for word in ("kanarie", "over", "besloten", "concept", "gepland")]
    return found


def test_the_sitemap_and_the_calendar_name_nothing_that_visitors_may_not_open(world: World) -> None:
    sitemap = world.ask(Role.SUPERUSER, reverse("sitemap")).content.decode()
    calendar = text_of(world.ask(Role.SUPERUSER, "/nl/labs/agenda.ics"), "")

    assert "/over-ons/" in sitemap
    assert not [slug for slug in ("besloten", "concept-", "ter-beoordeling", "op-slot", "gepland") if slug in sitemap]
    assert not words_in(sitemap + calendar)


def test_a_new_draft_does_not_rename_a_page_for_others(world: World) -> None:
    theirs = world.bundles["b"]
    page = world.canaries.fill(StandardPage.objects.get(pk=theirs.published.pk), "b")
    page.slug = "over-ons"
    page.save_revision(user=theirs.user)

    for address in (
        reverse("wagtailadmin_choose_page_child", args=[theirs.space.pk]),
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={page.pk}",
        reverse("wagtailadmin_choose_page_search") + f"?q={page.title}",
    ):
        text = text_of(world.ask(Role.AUTHOR, address), address).replace(page.title, "", 1)
        assert not seen(text, MAY_READ[Role.AUTHOR]), address
