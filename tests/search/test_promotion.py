"""A core editor goes from the report of searches to a synonym or a page on top, each in one form."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from search.models import SearchCount, SynonymGroup
from tests.factories import make_lab
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch
REPORT = "/admin/zoeken/zoekvragen/"


@pytest.fixture
def core(db: Any) -> Client:
    """A browser of a core editor: no superuser."""
    provision_core_team()
    editor = User.objects.create_user("kern@example.org", "een-lang-wachtwoord")
    assign(editor, None, Role.CORE_EDITOR)
    client = Client(headers={"accept-language": "nl"})
    client.force_login(editor)
    return client


@pytest.fixture
def labs(searching: Searching, school: Any) -> dict[str, Any]:
    """Two labs about rowing, and a search that was made for them."""
    made = {slug: make_lab(school, slug, title=title) for slug, title in
            (("roeien", "Roeien op de Vecht"), ("roeibank", "De bank na het roeien"))}  # fmt: skip
    searching.sync()
    SearchCount.objects.create(language="nl", words="roeien", searches=3, without_results=3)
    return made


def soup(answer: Any) -> BeautifulSoup:
    assert answer.status_code == 200, answer
    return BeautifulSoup(answer.content, "html.parser")


def follow(core: Client, text: str) -> tuple[str, BeautifulSoup]:
    """Press a button of the report, and return the address and the form it leads to."""
    link = next(a for a in soup(core.get(REPORT)).select("td a") if text in a.text)
    return str(link["href"]), soup(core.get(str(link["href"])))


def filled(form: BeautifulSoup) -> dict[str, str]:
    """Return what stands in a form, as a browser would send it."""
    fields = {str(i["name"]): str(i.get("value", "")) for i in form.select("#w-editor-form input[name]")
              if i.get("type") not in ("checkbox", "submit")}  # fmt: skip
    chosen = {str(s["name"]): str(s.select_one("option[selected]")["value"])
              for s in form.select("#w-editor-form select[name]")}  # fmt: skip
    return {**fields, **chosen}


def test_one_press_opens_a_form_with_the_words_and_the_first_page_found(core: Client, labs: dict[str, Any]) -> None:
    address, form = follow(core, "Zet een pagina bovenaan")
    fields = filled(form)
    assert fields["words"] == "roeien"
    assert fields["language"] == "nl"
    assert fields["first"] == str(labs["roeien"].pk)
    saved = core.post(address, fields)
    assert (saved.status_code, saved["Location"]) == (302, REPORT)
    assert [pick.page_id for pick in SearchPromotion.objects.all()] == [labs["roeien"].pk]


def test_the_order_is_kept_and_changes_what_visitors_see(
    core: Client, labs: dict[str, Any], searching: Searching
) -> None:
    assert searching.keys("roeien")[0] == "roeien"
    address, form = follow(core, "Zet een pagina bovenaan")
    pages = {"first": str(labs["roeibank"].pk), "second": str(labs["roeien"].pk)}
    core.post(address, {**filled(form), **pages})
    assert searching.keys("roeien") == ["roeibank", "roeien"]
    assert searching.find("roeien").total == 2
    report = soup(core.get(REPORT)).get_text(" ")
    assert "De bank na het roeien, Roeien op de Vecht" in report
    again = filled(soup(core.get(address)))
    assert (again["first"], again["second"]) == (pages["first"], pages["second"])


def test_a_page_on_top_of_a_mistyped_word_is_not_corrected_away(
    core: Client, labs: dict[str, Any], searching: Searching, engine: Any
) -> None:
    assert engine("roeienn").corrected == "roeien"
    core.post("/admin/zoeken/bovenaan/", {"words": "roeienn", "language": "nl", "first": labs["roeibank"].pk})
    assert [hit.key for hit in engine("roeienn").results] == ["roeibank"]


def test_a_page_is_taken_off_by_leaving_it_empty(core: Client, labs: dict[str, Any]) -> None:
    address, form = follow(core, "Zet een pagina bovenaan")
    core.post(address, filled(form))
    core.post(address, {**filled(form), "first": ""})
    assert not SearchPromotion.objects.exists()
    assert not Query.objects.exists()


def test_what_visitors_cannot_see_or_is_chosen_twice_is_refused_in_words(core: Client, labs: dict[str, Any]) -> None:
    address, form = follow(core, "Zet een pagina bovenaan")
    labs["roeibank"].unpublish()
    hidden, twice = str(labs["roeibank"].pk), str(labs["roeien"].pk)
    text = soup(core.post(address, {**filled(form), "second": hidden, "third": twice})).get_text(" ")
    assert "Bezoekers kunnen deze pagina niet zien." in text
    assert "Deze pagina is al gekozen." in text
    text = soup(core.post(address, {**filled(form), "language": "en"})).get_text(" ")
    assert "Deze pagina staat in een andere taal." in text
    assert not SearchPromotion.objects.exists()


@pytest.mark.parametrize("words", ["", "   ", "x" * 300])
def test_words_that_cannot_be_searched_are_refused(core: Client, labs: dict[str, Any], words: str) -> None:
    answer = core.post("/admin/zoeken/bovenaan/", {"words": words, "language": "nl", "first": labs["roeien"].pk})
    assert answer.status_code == 200
    assert not SearchPromotion.objects.exists()


@pytest.mark.parametrize("page", ["nonsense", "-1", "9" * 30, "\x00"])
def test_a_forged_page_is_no_page(core: Client, labs: dict[str, Any], page: str) -> None:
    answer = core.post("/admin/zoeken/bovenaan/", {"words": "roeien", "language": "nl", "first": page})
    assert answer.status_code in (200, 302)
    assert not SearchPromotion.objects.exists()


@pytest.mark.parametrize("asked", [{}, {"words": "\x00", "language": "xx"}, {"words": "xqzwv", "language": "en"}])
def test_the_form_opens_whatever_the_address_says(core: Client, labs: dict[str, Any], asked: dict[str, str]) -> None:
    assert filled(soup(core.get("/admin/zoeken/bovenaan/", asked)))["first"] == ""


def test_one_press_opens_a_group_of_synonyms_that_only_lacks_the_word_of_the_house(
    core: Client, labs: dict[str, Any], searching: Searching
) -> None:
    SynonymGroup.objects.create(slug="peddelen", language="en", typed=["paddle"], words=["rowing"])
    SearchCount.objects.create(language="nl", words="peddelen", searches=9, without_results=9)
    address, form = follow(core, "Voeg een synoniem toe")
    assert parse_qs(urlsplit(address).query)["typed"] == ["peddelen"]
    saved = core.post(address, {**filled(form), "words": "roeien"})
    assert saved.status_code == 302, saved.content.decode()
    group = SynonymGroup.objects.get(language="nl")
    assert (group.slug, group.typed, group.words) == ("peddelen-2", ["peddelen"], ["roeien"])
    assert searching.keys("peddelen")[0] == "roeien"


def test_a_partners_editor_may_not(client: Client, db: Any) -> None:
    client.force_login(User.objects.create_user("redacteur@example.org", "een-lang-wachtwoord"))
    assert client.get("/admin/zoeken/bovenaan/").status_code in (302, 403)
    assert client.post("/admin/zoeken/bovenaan/", {"words": "x", "language": "nl"}).status_code in (302, 403)
