"""A translator who is limited to a language: what is in another one is closed, and named in no list."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from portal.core.models.users import User
from portal.partners.access.policy import access_of
from portal.partners.assignment import assign, limit, withdraw
from portal.partners.lifecycle import archive
from portal.partners.models import LanguageGroup
from portal.partners.provision import provision
from portal.partners.rights import Role
from portal.partners.roles import roles_of
from tests.permissions.addresses import address, patterns
from tests.permissions.rules import THROUGH, Doorkeeper
from tests.permissions.world import World

pytestmark = pytest.mark.usefixtures("undone")
HOME = "/admin/"


@pytest.fixture
def german(world: World, undone: None, settings: Any) -> Locale:
    """A third language among the settings; nobody translated anything into it."""
    settings.LANGUAGES = [*settings.LANGUAGES, ("de", "Deutsch")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    return Locale.objects.create(language_code="de")


def translator(world: World, *languages: str) -> User:
    """Somebody who translates for the first partner into these languages only."""
    user = User.objects.create_user("een-taal@example.org", "een-lang-wachtwoord", first_name="Sam")
    for language in languages:
        assign(user, world.partners["a"], Role.TRANSLATOR, language)
    return User.objects.get(pk=user.pk)


def browser_of(user: User) -> Client:
    """A browser in which somebody signed in."""
    client = Client()
    client.force_login(user)
    return client


def requests_about(world: World) -> list[tuple[str, str]]:
    """What a translator does with a page in English: where, and how it is asked."""
    own = world.bundles["a"]
    pages = ("edit", "history", "usage", "view_draft", "copy", "delete", "add_subpage")
    asked = [(reverse(f"wagtailadmin_pages:{name}", args=[own.translated.pk]), "get") for name in pages]
    asked += [
        (reverse(f"wagtail_localize:{name}", args=[own.translation.pk]), "get")
        for name in ("preview_translation", "download_pofile")
    ]
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return [
        *asked,
        (reverse("wagtail_localize:edit_string_translation", args=[own.translation.pk, own.string_segment.pk]), "put"),
        (reverse("wagtail_localize:update_translations", args=[own.translation.source_id]), "post"),
        (f"{many}?id={own.translated.pk}", "post"),
        (reverse("wagtailadmin_explore", args=[own.translated.pk]), "get"),
    ]


def test_what_is_in_another_language_is_neither_opened_nor_written(world: World, german: Locale) -> None:
    own = world.bundles["a"]
    before = Page.objects.get(pk=own.translated.pk)
    browser = browser_of(translator(world, "de"))

    for where, how in requests_about(world):
        if how == "put":
            answer: Any = browser.put(where, "value=Stolen", content_type="application/x-www-form-urlencoded")
        else:
            answer = browser.post(where, {"publish_translations": "on"}) if how == "post" else browser.get(where)
        assert (answer.status_code, answer.headers.get("Location")) == (302, HOME), where

    after = Page.objects.get(pk=own.translated.pk)
    assert (after.live, after.latest_revision_id) == (before.live, before.latest_revision_id)
    assert not StringTranslation.objects.filter(data="Stolen").exists()


def test_who_is_limited_to_that_language_works_on_it_as_any_translator(world: World, german: Locale) -> None:
    own = world.bundles["a"]
    browser = browser_of(translator(world, "en"))

    assert browser.get(reverse("wagtailadmin_pages:edit", args=[own.translated.pk])).status_code == 200
    saved = browser.put(
        reverse("wagtail_localize:edit_string_translation", args=[own.translation.pk, own.string_segment.pk]),
        "value=About+us",
        content_type="application/x-www-form-urlencoded",
    )
    assert saved.status_code == 200
    assert browser.get(reverse("translation_changes", args=[own.published.pk, "en"])).status_code == 200


def test_at_every_door_ones_own_english_page_is_as_closed_as_another_partners(world: World, german: Locale) -> None:
    english = world.bundles["a in English"]
    limited, every = Doorkeeper(world, Role.TRANSLATOR), Doorkeeper(world, Role.TRANSLATOR)
    limited.person = translator(world, "de")
    opened, asked = [], 0
    for pattern in patterns():
        try:
            own, other = (address(pattern, bundle, world) for bundle in (english, world.bundles["b"]))
        except LookupError:
            continue
        if f"/{english.published.pk}/" in own and every.opens(other) != THROUGH:
            asked += 1
            opened += [pattern.key] if limited.opens(own) == THROUGH else []
    assert asked > 10
    assert opened == []


def test_no_list_names_what_is_in_another_language(world: World, german: Locale) -> None:
    own = world.bundles["a"]
    Page.objects.filter(pk=own.translated.pk).update(title="Engels geheim", draft_title="Engels geheim")
    lists = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[own.space.get_translation(own.translated.locale).pk]),
        reverse("translations"),
        reverse("house_language_report"),
        f"{reverse('wagtailadmin_pages:search')}?q=Engels",
        f"{reverse('wagtailadmin_choose_page_search')}?q=Engels",
    ]
    limited, every = browser_of(translator(world, "de")), world.clients[Role.TRANSLATOR]
    assert any("Engels geheim" in every.get(where).content.decode() for where in lists)

    for where in lists:
        assert "Engels geheim" not in limited.get(where).content.decode(), where
    assert ">Engels<" not in limited.get(reverse("translations")).content.decode()
    changed = reverse("translation_changes", args=[own.published.pk, "en"])
    assert limited.get(changed, follow=True).status_code == 404


def test_nothing_is_translated_into_another_language(world: World, german: Locale) -> None:
    own, pages = world.bundles["a"], Page.objects.count()
    english = str(Locale.objects.get(language_code="en").pk)
    where = reverse("wagtail_localize:submit_page_translation", args=[own.draft.pk])
    user = translator(world, "de")

    refused = browser_of(user).post(where, {"locales": [english]}, follow=True)
    assert refused.redirect_chain == [(HOME, 302)]
    assert "Naar deze taal vertaal jij niet: Engels." in refused.content.decode()
    assert Page.objects.count() == pages

    assign(user, world.partners["a"], Role.TRANSLATOR, "en")
    assert browser_of(user).post(where, {"locales": [english]}).status_code == 302
    assert Page.objects.count() == pages + 1


def test_the_form_and_the_buttons_offer_only_ones_own_languages(world: World, german: Locale) -> None:
    own, english = world.bundles["a"], Locale.objects.get(language_code="en")
    limited, every = browser_of(translator(world, "de")), world.clients[Role.TRANSLATOR]
    form = reverse("wagtail_localize:submit_page_translation", args=[own.draft.pk])

    def offered(browser: Client, where: str) -> set[str]:
        return set(re.findall(r'name="locales" value="(\d+)"', browser.get(where).content.decode()))

    assert offered(every, form) == {str(english.pk), str(german.pk)}
    assert offered(limited, f"{form}?select_locale=en") == {str(german.pk)}
    assert 'type="checkbox" name="select_all"' not in limited.get(form).content.decode()

    translate_object(own.draft, [german])
    assert offered(limited, form) == set()
    assert "Er is geen taal meer" in limited.get(form).content.decode()

    into_german = reverse("wagtail_localize:submit_page_translation", args=[own.translated.pk])
    screens = [
        reverse("wagtailadmin_explore", args=[own.translated.get_parent().pk]),
        reverse("wagtailadmin_explore", args=[own.translated.pk]),
    ]
    limit(User.objects.get(email="een-taal@example.org"), world.partners["a"], ["en"])
    for where in screens:
        assert into_german in every.get(where).content.decode()
        assert into_german not in limited.get(where).content.decode()


def test_changes_are_taken_over_only_where_all_languages_of_a_page_are_ones_own(world: World, german: Locale) -> None:
    own = world.bundles["a"]
    update = reverse("wagtail_localize:update_translations", args=[own.translation.source_id])
    english = browser_of(translator(world, "en"))
    publish = "publish_translations"
    assert publish in world.clients[Role.EDITOR].get(update).content.decode()
    assert publish not in english.get(update).content.decode(), "who may not publish is not asked"
    translate_object(own.published, [german])
    refused = english.post(update, follow=True)
    assert refused.redirect_chain == [(HOME, 302)]
    assert "een taal waarnaar jij niet vertaalt: Duits" in refused.content.decode()
    assert world.clients[Role.TRANSLATOR].get(update).status_code == 200


def test_the_translation_screen_leads_to_ones_own_languages_only(world: World, german: Locale) -> None:
    own = world.bundles["a"]
    translate_object(own.published, [german])
    elsewhere = reverse("wagtailadmin_pages:edit", args=[own.published.get_translation(german).pk])
    screen = reverse("wagtailadmin_pages:edit", args=[own.translated.pk])

    assert elsewhere in world.clients[Role.TRANSLATOR].get(screen).content.decode()
    told = browser_of(translator(world, "en")).get(screen).content.decode()
    assert elsewhere not in told
    assert reverse("wagtailadmin_pages:edit", args=[own.published.pk]) in told, "the Dutch page stays"


def test_who_translates_gets_other_languages_without_being_invited_again(world: World, german: Locale) -> None:
    partner, user = world.partners["a"], translator(world, "en")
    author, admin = world.people[Role.AUTHOR], world.people[Role.CORE_ADMIN]
    assert author
    assert admin
    chief = browser_of(admin)
    screen = reverse("translator_languages", args=[partner.pk, user.pk])
    assert screen in chief.get(reverse("invitations")).content.decode()
    ticked = re.findall(r'value="(\w+)"[^>]*checked', chief.get(screen).content.decode())
    assert ticked == ["en"]

    both = {german.pk, Locale.objects.get(language_code="en").pk}
    for chosen, languages in ((["de"], {german.pk}), (["en", "de"], both), ([], None)):
        told = chief.post(screen, {"languages": chosen}, follow=True).content.decode()
        assert f"Sam vertaalt voor {partner} nu naar:" in told
        assert access_of(User.objects.get(pk=user.pk)).languages == languages
        assert roles_of(User.objects.get(pk=user.pk)) == [(partner, Role.TRANSLATOR)]
    assert list(user.groups.all()) == [partner.translators]

    assert chief.post(screen, {"languages": ["nl"]}).status_code == 200, "nobody translates into Dutch"
    assert chief.get(reverse("translator_languages", args=[partner.pk, author.pk]), follow=True).status_code == 404
    with pytest.raises(ValueError, match="does not translate"):
        limit(author, partner, ["en"])


def test_two_languages_are_one_role_and_a_role_without_limit_takes_their_place(world: World, german: Locale) -> None:
    partner = world.partners["a"]
    user = translator(world, "de", "en")
    assert user.groups.count() == 2
    assert roles_of(user) == [(partner, Role.TRANSLATOR)]
    others = Locale.objects.exclude(language_code="nl")
    assert access_of(user).languages == set(others.values_list("pk", flat=True))

    assign(user, partner, Role.TRANSLATOR)
    assert list(user.groups.all()) == [partner.translators]
    assert access_of(User.objects.get(pk=user.pk)).languages is None
    withdraw(user, partner)
    assert roles_of(user) == []


def test_only_a_translator_is_limited(world: World, german: Locale) -> None:
    user = translator(world)
    for partner, role in ((world.partners["a"], Role.EDITOR), (None, Role.CORE_EDITOR)):
        with pytest.raises(ValueError, match="limited"):
            assign(user, partner, role, "en")


def test_the_limit_holds_when_rights_are_mended_and_ends_when_the_partner_leaves(world: World, german: Locale) -> None:
    partner = world.partners["a"]
    user = translator(world, "en")
    english = world.bundles["a"].space.get_translation(Locale.objects.get(language_code="en"))
    group = LanguageGroup.objects.get(partner=partner).group
    GroupPagePermission.objects.filter(group=group).delete()

    provision(partner)
    assert set(GroupPagePermission.objects.filter(group=group).values_list("page", flat=True)) == {english.pk}

    archive(partner)
    assert roles_of(User.objects.get(pk=user.pk)) == []
