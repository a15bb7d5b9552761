"""A school that joins, in the admin: its team sees its own trajectory only, and a gate holds until it is passed."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from locations.models import OnboardingTask, PassedGate, TaskProgress, Trajectory
from locations.models.location import LocationPage
from portal.core.models.media import PortalDocument
from portal.core.models.users import User
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group
from tests.factories import House, make_editor, make_location
from tests.kept import kept
from tests.locations.conftest import make_phase

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november() -> Any:
    """Look at it in November."""
    with time_machine.travel("2026-11-24 09:00 +0100", tick=False):
        yield


@kept
def joining(house: House, school: Any) -> Any:
    """Academie Tien on its way since September, with three phases; the second task of the first is automatic."""
    for number in (1, 2, 3):
        phase = make_phase(number)
        if number == 1:
            phase.tasks.filter(slug="taak-1b").update(check_name="teamblok-ingevuld", done_when="automatisch")
    trajectory = Trajectory.objects.create(
        partner=school.represents, name="Tien", starts_on=date(2026, 9, 1), joins_on=date(2027, 9, 1)
    )
    provision_core_team()
    core = User.objects.create_user("kern@huis.example", "een-lang-wachtwoord", first_name="Kim")
    core.groups.add(core_group(Role.CORE_EDITOR))
    other = make_location(house.locations, "nxt-doorn").represents
    return SimpleNamespace(
        trajectory=trajectory,
        school=school,
        editor=make_editor(school.represents),
        author=make_editor(school.represents, "authors"),
        translator=make_editor(school.represents, "translators"),
        core=core,
        stranger=make_editor(other),
        other=other,
    )


def reader(user: Any) -> Client:
    """Return the browser of somebody who reads Dutch."""
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


def detail_of(trajectory: Trajectory) -> str:
    return reverse("joining:detail", args=[trajectory.pk])


def detail(joining: Any) -> str:
    return detail_of(joining.trajectory)


def task(joining: Any, slug: str) -> str:
    return reverse("joining:task", args=[joining.trajectory.pk, slug])


def shown(client: Client, address: str) -> BeautifulSoup:
    """Read a screen; it must be there."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def statuses(joining: Any, user: Any) -> list[str]:
    """The status of each task, as the screen words it to the style sheet."""
    page = shown(reader(user), detail(joining))
    return [str(status["data-status"]) for status in page.select(".status")]


def document(partner: Any, title: str) -> PortalDocument:
    """A document in a partner's own collection."""
    made = PortalDocument(title=title, collection=partner.collection)
    made.file.save("verslag.txt", ContentFile(b"geheim"), save=False)
    made.save()
    return made


def test_the_team_finds_its_own_trajectory_from_the_first_screen(joining: Any) -> None:
    client = reader(joining.author)
    desk = shown(client, reverse("wagtailadmin_home"))

    line = desk.select_one("#joining-section, [id^=joining]") or desk
    assert "Nog 6 taken te doen" in line.get_text()
    assert "Taak 1a" in line.get_text()
    assert desk.select(f"a[href='{detail(joining)}']")

    page = shown(client, reverse("joining:index"))
    assert "Tien" in page.h1.get_text()
    assert "Begonnen op 1 september 2026" in page.get_text()
    assert statuses(joining, joining.author) == ["busy", "todo", "locked", "locked", "locked", "locked"]
    assert "Nu aan zet: Taak 1a" in page.get_text(" ", strip=True)


@pytest.mark.parametrize("name", ["stranger", "translator"])
def test_nobody_else_sees_that_there_is_one(joining: Any, name: str) -> None:
    client = reader(getattr(joining, name))

    for address in (detail(joining), task(joining, "taak-1a"), reverse("joining:index")):
        assert client.get(address).status_code == 403
    gone = client.get(f"/admin/aansluiten/{joining.trajectory.pk + 999}/")
    assert gone.status_code == 403
    assert not shown(client, reverse("wagtailadmin_home")).select("a[href*='/admin/aansluiten/']")


def test_visitors_are_sent_to_sign_in_and_read_of_it_nowhere(joining: Any, client: Client) -> None:
    assert "/login/" in client.get(detail(joining)).headers["Location"]
    TaskProgress.objects.create(trajectory=joining.trajectory, task="taak-1a", note="Kanariegeel", done_on="2026-10-01")

    for address in ("/nl/aansluiten/", "/nl/aansluiten/traject/", "/nl/zoeken/?q=kanariegeel"):
        assert not shown(client, address).select("main .task .status")
        assert "Kanariegeel" not in client.get(address).content.decode()


def test_what_a_team_writes_down_is_seen_by_the_team_with_who_did_it(joining: Any) -> None:
    own, foreign = document(joining.school.represents, "Verslag"), document(joining.other, "Niet van ons")
    client, address = reader(joining.author), task(joining, "taak-1a")
    choices = shown(client, address).select("#id_document option")
    assert [option.get_text() for option in choices[1:]] == ["Verslag"]

    client.post(address, {"note": "Morgen verder"})
    assert statuses(joining, joining.editor)[0] == "busy"

    seen = shown(client, address).select_one("input[name=seen]")["value"]
    refused = client.post(address, {"done_on": "24-11-2026", "document": foreign.pk, "seen": seen})
    assert refused.context["form"].errors.keys() == {"document"}

    client.post(address, {"done_on": "23-11-2026", "note": "Samen besproken", "document": own.pk, "seen": seen})
    page = " ".join(shown(reader(joining.editor), detail(joining)).get_text(" ").split())

    assert statuses(joining, joining.editor)[0] == "done"
    assert "23 november 2026 · Samen besproken Verslag" in page
    assert "Sam Jansen: Maakte “Taak 1a” af" in page
    assert Client().get(own.url).status_code in (403, 404)


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten_unseen(joining: Any) -> None:
    mine, theirs, address = reader(joining.author), reader(joining.editor), task(joining, "taak-1a")
    opened = shown(mine, address).select_one("input[name=seen]")["value"]
    theirs.post(address, {"note": "Eerst dit", "seen": opened})

    asked = mine.post(address, {"note": "Toen dat", "seen": opened})

    assert "Eerst dit" in asked.content.decode()
    assert "Toen dat" in asked.content.decode()
    assert TaskProgress.objects.get().note == "Eerst dit"
    now = BeautifulSoup(asked.content, "html.parser").select_one("input[name=seen]")["value"]
    mine.post(address, {"note": "Toen dat", "seen": now})
    assert TaskProgress.objects.get().note == "Toen dat"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"done_on": "2026-11-25"}, "done_on"),
        ({"done_on": "2026-08-31"}, "done_on"),
        ({"done_on": "gisteren"}, "done_on"),
        ({"note": "x" * 301}, "note"),
        ({"document": "٣"}, "document"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(joining: Any, sent: dict[str, str], field: str) -> None:
    answer = reader(joining.author).post(task(joining, "taak-1a"), sent)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert not TaskProgress.objects.exists()


def test_nothing_is_written_behind_a_gate_nor_at_what_the_portal_sees_itself(joining: Any) -> None:
    client = reader(joining.author)

    for slug in ("taak-2a", "taak-1b"):
        assert not shown(client, task(joining, slug)).select("main form [name=note], form #id_note")
        client.post(task(joining, slug), {"note": "Toch", "done_on": "2026-11-23"})
    assert client.get(task(joining, "bestaat-niet"), follow=True).status_code == 404
    assert not TaskProgress.objects.exists()


def test_an_automatic_task_ticks_and_unticks_with_the_page_it_looks_at(joining: Any) -> None:
    page = LocationPage.objects.get(pk=joining.school.pk)
    page.team_text = "Vier collega's."
    page.save()
    assert statuses(joining, joining.author)[1] == "done"

    page.team_text = ""
    page.save()
    assert statuses(joining, joining.author)[1] == "todo"


def test_a_gate_holds_until_the_core_team_passes_it(joining: Any) -> None:
    core, team = reader(joining.core), reader(joining.editor)
    gate = reverse("joining:gate", args=[joining.trajectory.pk, "fase-1"])

    said = core.post(gate, {"action": "pass"}, follow=True).content.decode()
    assert "Dit kan nu niet" in said
    assert not PassedGate.objects.exists()

    team.post(task(joining, "taak-1a"), {"done_on": "2026-11-23"})
    assert statuses(joining, joining.editor)[2] == "locked"
    assert team.post(gate, {"action": "pass"}).status_code == 403
    assert not PassedGate.objects.exists()

    for _twice in range(2):
        core.post(gate, {"action": "pass"})
    assert PassedGate.objects.get().passed_on == date(2026, 11, 24)
    assert statuses(joining, joining.editor)[2:4] == ["todo", "todo"]
    team.post(task(joining, "taak-2a"), {"note": "Begonnen"})

    core.post(gate, {"action": "hold"})
    assert statuses(joining, joining.editor)[2] == "locked"
    assert TaskProgress.objects.filter(note="Begonnen").exists()


def test_the_core_team_starts_one_in_its_own_form_and_sees_all(joining: Any) -> None:
    client, add = reader(joining.core), reverse("wagtailsnippets_locations_trajectory:add")
    sent = {"name": "NXT Doorn", "partner": joining.other.pk, "starts_on": "24-11-2026", "joins_on": "1-9-2027"}

    refused = client.post(add, sent).content.decode()
    assert "24 november 2027 of later" in refused

    client.post(add, {**sent, "joins_on": "1-12-2027"})
    started = Trajectory.objects.get(name="NXT Doorn")
    assert [step.task.slug for step in started.walked("nl").steps][:2] == ["taak-1a", "taak-1b"]
    assert started.plan_from == date(2026, 11, 24)

    page = shown(client, reverse("joining:index"))
    assert all(page.select(f"a[href='{address}']") for address in (detail(joining), detail_of(started)))
    assert client.get(f"/admin/aansluiten/{started.pk + 999}/", follow=True).status_code == 404


def test_the_team_sees_what_changed_in_the_template_and_the_core_team_gives_it(joining: Any) -> None:
    make_phase(4)
    OnboardingTask.objects.filter(slug="taak-2a").update(why="Omdat het helpt.")
    team, core = reader(joining.editor), reader(joining.core)
    address = reverse("joining:template", args=[joining.trajectory.pk])

    assert shown(team, detail(joining)).select(f"a[href='{address}']")
    told = [" ".join(line.get_text(" ").split()) for line in shown(team, address).select("main ul.w-list-disc > li")]
    assert told[:2] == ["veranderd: Taak 2a Waarom Daarom. Omdat het helpt.", "nieuw: Fase 4 (fase)"]
    assert team.post(address).status_code == 403
    core.post(address)

    assert "Fase 4" in shown(team, detail(joining)).get_text()
    assert not shown(team, detail(joining)).select(f"a[href='{address}']")


def test_what_is_no_longer_asked_stays_on_the_screen_and_on_paper_with_its_name(joining: Any) -> None:
    TaskProgress.objects.create(trajectory=joining.trajectory, task="taak-1a", note="Besproken", done_on="2026-10-01")
    OnboardingTask.objects.filter(slug="taak-1a").delete()

    reader(joining.core).post(reverse("joining:template", args=[joining.trajectory.pk]))

    for name in ("detail", "print"):
        page = shown(reader(joining.editor), reverse(f"joining:{name}", args=[joining.trajectory.pk]))
        kept = page.select_one("section:has(#left-behind) li").get_text(" ", strip=True)
        assert " ".join(kept.split()) == "Taak 1a (1 oktober 2026) Besproken"


def test_a_screen_asks_as_much_with_three_phases_as_with_five(joining: Any) -> None:
    client = reader(joining.editor)
    counts = []
    for more in ((), (4, 5)):
        for number in more:
            make_phase(number)
        if more:
            joining.trajectory.follow_template()
            joining.trajectory.save()
        for step in joining.trajectory.walked("nl").steps:
            TaskProgress.objects.get_or_create(trajectory=joining.trajectory, task=step.task.slug)
        client.get(detail(joining))
        with CaptureQueriesContext(connection) as captured:
            client.get(detail(joining))
        counts.append(len(captured))

    assert counts[0] == counts[1] <= 45
