"""Learning outcomes in a spreadsheet: a table first, everything or nothing, back again, and only for one's own."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page

from curriculum.exchange.csv_file import read
from curriculum.models import OutcomeImport, OutcomePage
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group
from tests.curriculum.exchange_desk import SCREEN, Desk
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_group,
    make_lab,
    make_outcome,
    make_partner_page,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcome(house: House, institute: Any, school: Any) -> Any:
    """An outcome with everything in it: a formula, quotes, lines, a theme with its own words, a group and a lab."""
    page = make_outcome(
        institute,
        title='=Een "band" opbouwen',
        summary="Regel een\r\nregel twee; en meer",
        themes=[make_theme(house.themes, "pedagogiek"), make_theme(house.themes, "didactiek")],
        groups=[make_group("hbo-1")],
        labs=[make_lab(school, "feedback")],
    )
    page.themes.all()[0].verwerking = "Logboek:\n\n  met inspringen"
    page.save_revision().publish()
    return OutcomePage.objects.get(pk=page.pk)


@pytest.fixture
def desk(institute: Any) -> Desk:
    """An editor of the institute at the screen."""
    return Desk(make_editor(institute.represents))


def newest(page: Page) -> Any:
    """Return the newest draft."""
    return OutcomePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_what_is_taken_home_and_brought_back_changes_nothing(outcome: Any, desk: Desk) -> None:
    content = desk.file()

    shown = desk.look(content)

    assert "'=Een" in content.decode()
    assert "Er verandert niets" in shown
    assert 'value="import"' not in shown
    assert desk.file() == content


def test_a_file_changes_drafts_after_a_look_and_undo_brings_back_what_was(
    outcome: Any, desk: Desk, house: House, institute: Any
) -> None:
    before = desk.file()
    make_theme(house.themes, "onderzoek")

    def edit(rows: list[dict[str, str]]) -> None:
        rows[0] |= {"title": "Een hechte band", "themes": "onderzoek\ndidactiek: Anders", "labs": ""}
        rows.append(rows[0] | {"key": "", "code": "HU-P2", "title": "Nog een", "institute": "", "groups": "hbo-1"})

    shown = desk.look(desk.changed(edit))
    assert OutcomePage.objects.count() == 1
    assert "<del>=Een &quot;band&quot; opbouwen</del>" in shown
    assert "<ins>Een hechte band</ins>" in shown
    desk.go_on(shown)

    changed, new = newest(outcome), OutcomePage.objects.get(slug="hu-p2")
    assert [(row.theme.slug, row.verwerking) for row in changed.themes.all()] == [
        ("onderzoek", ""),
        ("didactiek", "Anders"),
    ]
    assert (changed.title, list(changed.labs.all())) == ("Een hechte band", [])
    assert [row.sort_order for row in new.groups.all()] == [0]
    assert (new.live, new.code, new.partner) == (False, "HU-P2", institute.represents)
    assert OutcomePage.objects.get(pk=outcome.pk).title == outcome.title
    after = desk.file()
    assert "Er verandert niets" in desk.look(after)

    desk.undo()

    assert desk.file() == before
    assert not OutcomePage.objects.get(pk=outcome.pk).has_unpublished_changes


def test_undo_leaves_what_somebody_worked_on_since(outcome: Any, desk: Desk) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows[0]["title"] = "Uit het bestand"
        rows.append(rows[0] | {"key": "", "code": "HU-P2"})

    desk.bring(edit)
    page = newest(outcome)
    page.summary = "Later geschreven"
    page.save_revision()

    said = desk.undo()

    assert newest(outcome).title == "Uit het bestand"
    assert not OutcomePage.objects.filter(slug="hu-p2").exists()
    assert "1 leerresultaat is weer zoals het was" in said
    assert "1 blijft zoals het is" in said


BAD = [
    ({"institute": "nergens"}, "institute: je schrijft voor geen instituut"),
    ({"key": "bestaat-niet"}, "key: dit instituut heeft geen leerresultaat"),
    ({"title": ""}, "title: "),
    ({"code": "x" * 21}, "code: "),
    ({"code": "hu-d1"}, "code: Deze code is al in gebruik"),
    ({"summary": "x" * 301}, "summary: "),
    ({"themes": "pedagogiek\npedagogiek"}, "themes: meer dan één keer: pedagogiek"),
    ({"themes": "pedagogiek: " + "x" * 401}, "themes: "),
    ({"themes": "dit is geen thema"}, "themes: “dit is geen thema” begint niet"),
    ({"labs": "feedback, geheim-lab"}, "labs: niet gevonden: geheim-lab"),
    ({"groups": "hbo-٣"}, "groups: niet gevonden: hbo-٣"),
]
"""What is wrong in a row, and how its reason begins."""


def test_a_bad_row_is_refused_with_its_number_and_reason_and_stops_the_whole_file(
    outcome: Any, desk: Desk, school: Any, institute: Any
) -> None:
    make_outcome(institute, "HU-D1")
    make_lab(school, "geheim-lab").unpublish()

    def edit(rows: list[dict[str, str]]) -> None:
        good = rows.pop(0) | {"title": "Een goede rij"}
        new = {"key": "", "title": "Nieuw"}
        rows[:] = [good, *(good | new | {"code": f"N{number}"} | cells for number, (cells, _why) in enumerate(BAD))]

    shown = BeautifulSoup(desk.look(desk.changed(edit)), "html.parser")

    refused = {
        int(row.td.text): row("td")[2].text.split() for row in shown.select("tbody tr") if "Geweigerd" in row.text
    }
    assert list(refused) == list(range(3, 3 + len(BAD)))
    for number, (_cells, reason) in enumerate(BAD, 3):
        assert " ".join(refused[number]).startswith(reason.strip())
    assert not shown.select('[value="import"]')


def test_what_somebody_saved_after_the_look_is_noticed(outcome: Any, desk: Desk) -> None:
    shown = desk.look(desk.changed(lambda rows: rows[0].update(title="Uit het bestand")))
    page = newest(outcome)
    page.title = "Van een ander"
    page.save_revision()

    again = desk.go_on(shown)

    assert "Intussen is er iets veranderd" in again
    assert "<del>Van een ander</del>" in again
    assert newest(outcome).title == "Van een ander"
    desk.go_on(again)
    assert newest(outcome).title == "Uit het bestand"
    desk.go_on(again)
    assert OutcomeImport.objects.count() == 1


def test_a_row_that_is_not_valid_as_a_whole_leaves_nothing_behind(outcome: Any, desk: Desk, institute: Any) -> None:
    broken = make_outcome(institute, "HU-P2").get_latest_revision_as_object()
    broken.seo_title = "Een titel " * 30
    broken.save_revision(clean=False)

    said = desk.bring(lambda rows: [row.update(title=f"Nieuw {row['code']}") for row in rows])

    assert "Er is niets geïmporteerd. Rij 3: " in said
    assert newest(outcome).title == outcome.title
    assert not OutcomeImport.objects.exists()


def test_the_english_words_of_a_theme_stay_when_the_dutch_row_stays(outcome: Any, desk: Desk) -> None:
    keys = {row.theme.slug: row.translation_key for row in outcome.themes.all()}

    desk.bring(lambda rows: rows[0].update(themes="didactiek\npedagogiek: Nieuw"))

    assert {row.theme.slug: row.translation_key for row in newest(outcome).themes.all()} == keys


def test_a_locked_outcome_is_refused_only_if_something_would_change(outcome: Any, desk: Desk) -> None:
    OutcomePage.objects.filter(pk=outcome.pk).update(locked=True)

    assert "Er verandert niets" in desk.look(desk.file())
    assert "vergrendeld" in desk.look(desk.changed(lambda rows: rows[0].update(title="Anders")))


def test_another_institute_is_neither_seen_nor_touched(house: House, outcome: Any, desk: Desk) -> None:
    other = make_partner_page(house.partnership, "universiteit-utrecht")
    theirs = make_outcome(other, "UU-KANARIE", title="Kanarie van de universiteit")
    of_other = reverse("outcome_exchange_of", args=[other.pk])

    assert "kanarie" not in desk.file().decode().lower()
    assert desk.client.get(of_other)["Location"] == reverse("wagtailadmin_home")

    def shown_for(**cells: str) -> str:
        return desk.look(desk.changed(lambda rows: rows[0].update(cells)))

    shown = shown_for(key=theirs.content_key, institute="universiteit-utrecht")
    assert 'value="import"' not in shown
    assert "Kanarie van" not in shown
    # What there is and what there is not have one answer.
    one, other_answer = (re.findall(r"<li>(key: .*?)</li>", shown_for(key=key)) for key in (theirs.content_key, "niet"))
    assert one == other_answer != []


def test_the_core_team_takes_all_institutes_home_and_brings_them_back(
    house: House, outcome: Any, institute: Any
) -> None:
    other = make_partner_page(house.partnership, "universiteit-utrecht")
    make_outcome(other, "HU-P1", slug="uu-p1")
    provision_core_team()
    user = make_editor(institute.represents, email="kern@example.org")
    user.groups.set([core_group(Role.CORE_EDITOR)])
    core = Desk(user)

    core.bring(lambda rows: [row.update(title=f"Van {row['institute']}") for row in rows])

    titles = {newest(page).title for page in OutcomePage.objects.all()}
    assert titles == {"Van hogeschool-utrecht", "Van universiteit-utrecht"}
    core.undo()
    assert newest(outcome).title == outcome.title


def test_an_english_page_is_no_row(outcome: Any, desk: Desk) -> None:
    in_english(outcome)
    assert Locale.objects.count() == 2

    assert len(read(desk.file())) == 1


def test_who_may_make_no_outcome_is_refused(institute: Any, school: Any) -> None:
    for user in (make_editor(institute.represents, "translators"), make_editor(school.represents)):
        assert Desk(user).client.get(SCREEN)["Location"] == reverse("wagtailadmin_home")


ODD: list[dict[str, str]] = [
    {},
    {"action": "check"},
    {"action": "import"},
    {"action": "import", "content": "geen base64!", "mark": "x"},
    {"action": "import", "content": "AAAA"},
    {"action": "undo", "import": "99999999999999999999"},
    {"action": "\x00"},
]


def test_odd_requests_lead_back_and_do_nothing(outcome: Any, desk: Desk) -> None:
    for data in ODD:
        assert desk.client.post(SCREEN, data)["Location"] == SCREEN, data
    assert not OutcomeImport.objects.exists()


def test_a_look_asks_as_much_for_five_outcomes_as_for_two(institute: Any, desk: Desk) -> None:
    asked = []
    for number in range(5):
        make_outcome(institute, f"HU-{number}")
        content = desk.changed(lambda rows: [row.update(title="Nieuw") for row in rows])
        with CaptureQueriesContext(connection) as queries:
            desk.look(content)
        asked.append(len(queries))

    assert asked[1] == asked[4]
