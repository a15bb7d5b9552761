"""The screens "New partner" and "Who may do what", as the people see them whom they are for."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from portal.core.models.users import User
from portal.partners.admin_views.rights import columns
from portal.partners.assignment import assign
from portal.partners.models import Partner
from portal.partners.provision import provision_core_team
from portal.partners.rights import RIGHTS, Role, Whose
from tests.factories import House, in_english, make_editor, make_partner

pytestmark = pytest.mark.django_db

ASKED = {"name": "X11 Utrecht", "slug": "x11-utrecht", "kind": "school", "formality": "verkennend", "languages": ["en"]}


def browser(user: User, language: str = "nl") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user)
    return client


def core(role: Role, email: str = "kern@example.org") -> User:
    provision_core_team()
    user = User.objects.create_user(email, first_name="Kim", last_name="Kern")
    assign(user, None, role)
    return user


@pytest.fixture
def admin(house: House) -> Client:
    in_english(house.locations)
    return browser(core(Role.CORE_ADMIN))


def seen(answer: Any) -> BeautifulSoup:
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_the_screen_makes_a_partner_and_says_what_now(admin: Client) -> None:
    form = seen(admin.get(reverse("partner_new")))
    assert [field["value"] for field in form.select("[name=languages][checked]")] == ["en"]

    answer = admin.post(reverse("partner_new"), ASKED)

    partner = Partner.objects.get(slug="x11-utrecht")
    assert partner.spaces.count() == 2
    now = seen(admin.get(answer.headers["Location"]))
    steps = [step.strong.get_text() for step in now.select("ol.w-list-decimal > li")]
    assert steps == ["Nodig mensen uit.", "Vul de ruimte.", "Publiceer."]
    links = {link["href"] for link in now.select("ol a")}
    assert {reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in partner.spaces} <= links
    assert "Kernredactie kijkt het na en publiceert" in now.get_text()


def test_pressing_twice_makes_one_partner(admin: Client) -> None:
    first, second = (admin.post(reverse("partner_new"), ASKED) for _time in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Partner.objects.count() == 1


def test_a_mistake_is_named_at_its_field_and_what_was_filled_in_stays(admin: Client) -> None:
    make_partner("x11-utrecht", name="Iemand anders")

    form = seen(admin.post(reverse("partner_new"), {**ASKED, "formality": "formeel"}))

    assert form.select_one("[name=name]")["value"] == "X11 Utrecht"
    wrong = form.select_one("[name=slug]").find_parent(class_="w-field__wrapper") or form
    assert "Deze korte naam hoort al bij Iemand anders" in wrong.get_text()


def test_a_kind_that_does_not_exist_and_an_empty_form_are_refused(admin: Client) -> None:
    assert "geen beschikbare keuze" in seen(admin.post(reverse("partner_new"), {**ASKED, "kind": "bakker"})).get_text()
    assert "verplicht veld" in seen(admin.post(reverse("partner_new"), {})).get_text()
    assert not Partner.objects.exists()


def test_only_administrators_find_the_screen(admin: Client, school: Any) -> None:
    editor, redactor = make_editor(school.represents), core(Role.CORE_EDITOR, "redactie@example.org")
    for user in (editor, redactor):
        client = browser(user)
        for name, arguments in (("partner_new", []), ("partner_leaving", [school.represents_id])):
            assert client.get(reverse(name, args=arguments)).status_code == 302
            assert client.post(reverse(name, args=arguments), ASKED).status_code == 302
        assert reverse("partner_new") not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("partner_new") in admin.get(reverse("wagtailadmin_home")).content.decode()
    assert Partner.objects.count() == 1


WORDS = {"all": "alles", "own": "eigen", "no": "nee", "own and shared": "eigen en gedeeld", "shared": "gedeeld"}


@pytest.mark.parametrize(
    ("field", "language", "column"), [("editors", "nl", "Redacteur (jij)"), ("translators", "en", "Translator (you)")]
)
def test_every_editor_reads_the_table_with_the_own_role_marked(
    school: Any, field: str, language: str, column: str
) -> None:
    client = browser(make_editor(school.represents, field), language)

    page = seen(client.get(reverse("who_may_what")))

    table = page.select_one("main table")
    heads = [head.get_text(strip=True).replace("(", " (").replace("  ", " ") for head in table.select("th[scope=col]")]
    assert [head for head in heads if head.endswith(("(jij)", "(you)"))] == [column]
    assert len(heads) == 1 + len(columns())
    assert not page.find("h2", string=lambda text: text and "rol" in text and "Wie" in text)
    assert school.represents.name not in table.get_text()


def test_the_table_says_what_the_rights_say(school: Any) -> None:
    client = browser(make_editor(school.represents), "en")

    rows = seen(client.get(reverse("who_may_what"))).select("main table tbody tr:has(> td)")

    assert len(rows) == len(RIGHTS)
    for row, right in zip(rows, RIGHTS, strict=True):
        for cell, (role, *others) in zip(row.select("td"), columns(), strict=True):
            assert all(right.roles(whose) & {role, *others} in ({role, *others}, set()) for whose in Whose)
            shown = cell.get_text().strip().lstrip("–").strip()
            allowed = {whose for whose in Whose if role in right.roles(whose)}
            assert (shown == "no") == (not allowed), (right, role)
            assert (shown == "all") == (len(allowed) == 3), (right, role)
            assert ("own" in shown) == (Whose.OWN in allowed and len(allowed) < 3), (right, role)
            assert ("shared" in shown) == (Whose.SHARED in allowed and len(allowed) < 3), (right, role)


def test_each_cell_of_the_table_says_below_which_heading_it_stands(school: Any) -> None:
    page = seen(browser(make_editor(school.represents), "en").get(reverse("who_may_what")))

    _action, *heads = [" ".join(head.get_text().split()) for head in page.select("main table th[scope=col]")]

    for row in page.select("main table tbody tr:has(> td)"):
        assert [cell["data-head"] for cell in row.select("td")] == heads


def test_administrators_also_see_who_has_which_role(admin: Client, school: Any) -> None:
    make_editor(school.represents)

    text = seen(admin.get(reverse("who_may_what"))).select("main table")[1].get_text(" ", strip=True)

    assert "Kim Kern" in text
    assert "Academie Tien Auteur – niemand Redacteur Sam Jansen" in text


def test_the_menu_of_everyone_leads_to_the_table(school: Any) -> None:
    client = browser(make_editor(school.represents, "translators"))
    assert reverse("who_may_what") in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_list_of_partners_leads_to_the_screen_that_makes_everything(admin: Client, school: Any) -> None:
    page = seen(admin.get(reverse("wagtailsnippets_portal_partner:list")))

    assert page.select_one(f"a[href='{reverse('partner_new')}']")
    assert page.select_one(f"a[href='{reverse('partner_leaving', args=[school.represents_id])}']")
