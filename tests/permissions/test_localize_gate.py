"""wagtail-localize asks only for one right on the whole site; the gate before it asks whose page it is."""

from typing import Any

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from portal.partners.access.rules import technical
from portal.partners.access.view_rules import rule_of
from portal.partners.rights import Role
from tests.permissions.world import World

pytestmark = pytest.mark.usefixtures("undone")


def at(name: str, *args: Any) -> str:
    return reverse(f"wagtail_localize:{name}", args=args)


def english() -> str:
    return str(Locale.objects.get(language_code="en").pk)


def submit(world: World, role: Role, page: Any) -> Any:
    return world.clients[role].post(at("submit_page_translation", page.pk), {"locales": [english()]})


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.JOINING])
def test_trust_fact_4_nobody_copies_the_draft_or_publishes_the_translation_of_another_partner(
    world: World, role: Role
) -> None:
    """Named regression test of the fault measured in wagtail-localize 1.14.5 (reference: trust.md, fact 4)."""
    theirs = world.bundles["b"]
    pages, revision = Page.objects.count(), Page.objects.get(pk=theirs.translated.pk).latest_revision_id

    copied = submit(world, role, theirs.draft)
    published = world.clients[role].post(
        at("update_translations", theirs.translation.source_id), {"publish_translations": "on"}
    )

    assert [copied.headers["Location"], published.headers["Location"]] == ["/admin/", "/admin/"]
    assert Page.objects.count() == pages
    after = Page.objects.get(pk=theirs.translated.pk)
    assert (after.live, after.latest_revision_id) == (False, revision)


def test_a_translator_has_a_page_of_the_own_partner_translated_and_works_on_it(world: World) -> None:
    own = world.bundles["a"]
    client = world.clients[Role.TRANSLATOR]

    assert submit(world, Role.TRANSLATOR, own.draft).status_code == 302
    copy = own.draft.get_translation(Locale.objects.get(language_code="en"))
    assert not copy.live
    assert client.get(reverse("wagtailadmin_pages:edit", args=[copy.pk])).status_code == 200
    assert client.get(at("preview_translation", own.translation.pk)).status_code == 200
    saved = client.put(
        at("edit_string_translation", own.translation.pk, own.string_segment.pk),
        "value=About+us",
        content_type="application/x-www-form-urlencoded",
    )
    assert saved.status_code == 200, saved.content
    assert StringTranslation.objects.filter(data="About us").exists()


def test_a_translator_publishes_nothing_and_an_editor_does(world: World) -> None:
    own = world.bundles["a"]
    address = at("update_translations", own.translation.source_id)

    refused = world.clients[Role.TRANSLATOR].post(address, {"publish_translations": "on"})
    assert refused.headers["Location"] == "/admin/"
    assert not Page.objects.get(pk=own.translated.pk).live

    with TestCase.captureOnCommitCallbacks(execute=True):
        assert world.clients[Role.EDITOR].post(address, {"publish_translations": "on"}).status_code == 302
    assert Page.objects.get(pk=own.translated.pk).live


def test_a_translation_is_not_made_below_a_page_that_has_none(world: World) -> None:
    own = world.bundles["a"]
    Translation.objects.all().delete()
    Page.objects.get(pk=own.translated.pk).delete()
    space = own.space.get_translation(Locale.objects.get(language_code="en"))
    Page.objects.get(pk=space.pk).specific.delete()

    assert submit(world, Role.EDITOR, own.draft).headers["Location"] == "/admin/"


def test_a_text_of_another_page_is_not_translated_through_ones_own(world: World) -> None:
    own, theirs = world.bundles["a"], world.bundles["b"]
    address = at("edit_string_translation", own.translation.pk, theirs.string_segment.pk)

    refused = world.clients[Role.EDITOR].put(address, "value=Mine", content_type="application/x-www-form-urlencoded")

    assert refused.status_code == 302
    assert not StringTranslation.objects.filter(data="Mine").exists()


def test_a_deleted_translation_is_refused_without_an_error(world: World) -> None:
    own = world.bundles["a"]
    Page.objects.get(pk=own.translated.pk).delete()

    answer = world.clients[Role.EDITOR].get(at("preview_translation", own.translation.pk))

    assert answer.headers["Location"] == "/admin/"


def test_central_words_are_translated_by_the_core_team_only(world: World) -> None:
    term = world.bundles["k"].snippets["figure"]
    address = at("submit_snippet_translation", "home", "figure", term.pk)

    assert world.clients[Role.EDITOR].get(address).headers["Location"] == "/admin/"
    assert world.clients[Role.CORE_EDITOR].get(address).status_code == 200


def test_a_translation_does_not_drag_central_objects_along(world: World) -> None:
    own, figure = world.bundles["a"], world.bundles["k"].snippets["figure"]
    page = Page.objects.get(pk=own.draft.pk).specific
    page.body = [("figures", {"heading": "", "figures": [figure]})]
    page.save()
    page.save_revision()
    TranslationSource.objects.filter(object_id=own.draft.translation_key).delete()

    assert submit(world, Role.EDITOR, own.draft).headers["Location"] == "/admin/"
    assert not figure.has_translation(Locale.objects.get(language_code="en"))


def test_a_view_that_a_new_release_adds_is_closed() -> None:
    assert rule_of("wagtail_localize:a_new_view") is technical
    assert rule_of("a_plugin:a_view") is technical
