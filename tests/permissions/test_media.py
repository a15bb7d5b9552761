"""Files by their address: shown to who may see them, and gone at the next request once nothing public shows them."""

import time
from typing import Any

import pytest
from django.core.files.storage import default_storage
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from portal.partners.rights import Role, Whose
from tests.factories import publish_below
from tests.permissions.counting import count
from tests.permissions.outcomes import expected, outcome
from tests.permissions.world import World

pytestmark = pytest.mark.usefixtures("undone")

VISITORS = (Role.ANONYMOUS, Role.SIGNED_IN, Role.DEACTIVATED, Role.JOINING)
"""People to whom the things of partner A are no more than to any visitor."""


def addresses(bundle: Any) -> list[str]:
    """Return every address under which the private image of an owner can be found."""
    return [bundle.image.file.url, *(size.file.url for size in bundle.sizes)]


@pytest.mark.parametrize("role", list(Role))
def test_originals_and_renditions_answer_each_role_as_the_table_says(world: World, role: Role) -> None:
    wrong = {}
    for whose in Whose:
        for address in addresses(world.bundle(role, whose)):
            word = outcome(world.ask(role, address))
            if word != expected("addresses", "media(path)", role, whose):
                wrong[address, whose] = word
    count("media", 3 * len(Whose), 3 * len(Whose), world)
    assert not wrong


@pytest.mark.parametrize("role", list(Role))
def test_documents_are_not_handed_out_past_the_door(world: World, role: Role) -> None:
    for letter in "abjk":
        assert world.ask(role, world.bundles[letter].document.file.url).status_code == 404
    for path in ("../portal/settings/base.py", "..%2f..%2fmanage.py", "original_images/", "", "%00"):
        assert world.ask(role, f"/media/{path}", follow=True).status_code == 404


def published(world: World, **fields: Any) -> tuple[Any, list[str]]:
    """Publish a page of partner A that shows its private image and document; return it with their addresses."""
    own = world.bundles["a"]
    link = f'<p><a linktype="document" id="{own.document.pk}">Lees</a></p>'
    page = StandardPage(title="Nu", slug="nu", listing_image=own.image, body=[("paragraph", link)], **fields)
    page = publish_below(own.space, page)
    return page, [*addresses(own), own.document.url]


def answers(world: World, role: Role, urls: list[str]) -> set[int]:
    return {world.ask(role, url).status_code for url in urls}


def test_unpublishing_takes_files_away_within_a_second(world: World) -> None:
    page, urls = published(world)
    assert answers(world, Role.ANONYMOUS, urls) == {200}

    page.unpublish()
    before = time.monotonic()
    assert answers(world, Role.ANONYMOUS, urls) == {404, 403}
    assert time.monotonic() - before < 1
    assert all(answers(world, role, urls) == {404, 403} for role in VISITORS)
    assert answers(world, Role.EDITOR, urls) == {200}


def test_a_copy_kept_by_a_browser_is_asked_about_again(world: World) -> None:
    page, (original, *_others) = published(world)
    kept = world.ask(Role.ANONYMOUS, original)
    assert "no-cache" in kept.headers["Cache-Control"]

    again = {"if-modified-since": kept.headers["Last-Modified"]}
    assert world.ask(Role.ANONYMOUS, original, headers=again).status_code == 304
    page.unpublish()
    assert world.ask(Role.ANONYMOUS, original, headers=again).status_code == 404


@pytest.mark.parametrize("change", ["delete", "replace", "restrict"])
def test_files_go_with_the_last_page_that_shows_them(world: World, change: str) -> None:
    page, urls = published(world)
    if change == "delete":
        page.delete()
    elif change == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.listing_image, page.body = None, []
        page.save_revision().publish()

    assert answers(world, Role.ANONYMOUS, urls) == {404, 403}


def test_a_page_for_people_who_signed_in_shows_its_files_to_them_only(world: World) -> None:
    page, urls = published(world)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert answers(world, Role.ANONYMOUS, urls) == {404, 403}
    assert answers(world, Role.SIGNED_IN, urls) == {200}


def test_the_private_files_exist(world: World) -> None:
    """Without this the tests above would pass on an empty disk."""
    assert all(default_storage.exists(world.bundles[letter].image.file.name) for letter in "abjk")
    assert all(default_storage.exists(world.bundles[letter].document.file.name) for letter in "abjk")
