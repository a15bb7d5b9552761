"""The rights matrix of institutes: their outcomes, the file of these, what schools propose, and what is still missing.

The large world has schools only, where nobody makes outcomes. Here each role is somebody of an institute, and another
institute has the same things, with canaries in what no visitor reads.
"""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from curriculum.exchange.csv_file import read, write
from curriculum.models import DeclinedLink, LabOutcome, OutcomeImport, OutcomePage
from portal.core.models.users import User
from portal.partners.assignment import assign
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from tests.factories import House, make_lab, make_location, make_outcome, make_partner, make_partner_page
from tests.kept import kept
from tests.permissions.canaries import Canaries, seen
from tests.permissions.outcomes import outcome as word_for
from tests.permissions.outcomes import text_of

pytestmark = pytest.mark.django_db

PARTNERS = {"a": "formeel", "b": "formeel", "j": "verkennend"}
"""The own institute, another one, and one without a formal agreement; each by the letter of its canaries."""

AT: dict[Role, str] = {
    Role.AUTHOR: "a",
    Role.EDITOR: "a",
    Role.TRANSLATOR: "a",
    Role.DEACTIVATED: "a",
    Role.JOINING: "j",
}
"""At which institute somebody works."""

CORE = (Role.CORE_EDITOR, Role.CORE_ADMIN, Role.SUPERUSER)
OUTSIDE = (Role.ANONYMOUS, Role.SIGNED_IN, Role.DEACTIVATED)
WRITERS = (Role.AUTHOR, Role.EDITOR, Role.JOINING)


@kept
def institutes(house: House) -> SimpleNamespace:
    """Three institutes with an outcome on the site that has a newer draft, one that is a draft, and a proposal."""
    canaries = Canaries()
    provision_core_team()
    school = make_location(house.locations)
    found = SimpleNamespace(house=house, school=school, spaces={}, outcomes={}, drafts={}, labs={}, canaries=canaries)
    for letter, formality in PARTNERS.items():
        slug = f"instituut-{letter}"
        partner = make_partner(slug, kind="instituut", formality=formality)
        space = make_partner_page(house.partnership, slug, represents=partner)
        known = make_outcome(space, f"{letter}-1")
        lab = make_lab(school, f"lab-{letter}", proposals=[LabOutcome(outcome=known)])
        canaries.fill(known, letter)
        known.code = f"{letter}-1"
        known.save_revision()
        draft = canaries.fill(OutcomePage(slug="concept", live=False, locale=space.locale), letter)
        draft.code = f"{letter}-2"
        space.add_child(instance=draft)
        draft.save_revision()
        other_lab = make_lab(school, f"geweigerd-{letter}", proposals=[LabOutcome(outcome=known)])
        said = canaries.word(letter, "DeclinedLink.word")
        DeclinedLink.objects.create(outcome=known, lab=other_lab, word=said)
        found.spaces[letter], found.outcomes[letter], found.drafts[letter] = space, known, draft
        found.labs[letter] = lab
    return found


def browser(found: SimpleNamespace, role: Role) -> Client:
    """Return the browser of somebody in a role."""
    client = Client(headers={"accept-language": "nl"})
    if role is Role.ANONYMOUS:
        return client
    user = User.objects.create_user(f"{role.value}@instituten.example")
    if role in AT:
        at = Role.EDITOR if role in (Role.JOINING, Role.DEACTIVATED) else role
        assign(user, found.spaces[AT[role]].represents, at)
    elif role in (Role.CORE_EDITOR, Role.CORE_ADMIN):
        assign(user, None, role)
    User.objects.filter(pk=user.pk).update(is_superuser=role is Role.SUPERUSER, is_staff=role is Role.SUPERUSER)
    client.force_login(User.objects.get(pk=user.pk))
    User.objects.filter(pk=user.pk).update(is_active=role is not Role.DEACTIVATED)
    return client


def may_read(role: Role) -> str:
    """Whose canaries a role may meet."""
    return "abj" if role in CORE else "" if role in OUTSIDE else AT[role]


def expected(role: Role, whose: str, may: tuple[Role, ...]) -> str:
    """The answer in a word: its own for whom it is, everything for the core team, nothing of somebody else."""
    if role in OUTSIDE:
        return "login"
    return "ok" if role in CORE or (role in may and whose == "own") else "home"


def letter_of(role: Role, whose: str) -> str:
    """Whose things a cell is about; who works at no institute has none of their own."""
    own = AT.get(role, "a")
    return own if whose == "own" else "b"


Address = Callable[[SimpleNamespace, str], str]
SCREENS: dict[str, tuple[Address, tuple[Role, ...]]] = {
    "the file of one institute": (
        lambda found, at: reverse("outcome_exchange_of", args=[found.spaces[at].pk]),
        WRITERS,
    ),
    "its file, taken home": (
        lambda found, at: reverse("outcome_exchange_of", args=[found.spaces[at].pk]) + "?export=csv",
        WRITERS,
    ),
    "a proposal": (
        lambda found, at: reverse("link_proposal", args=[found.outcomes[at].pk, found.labs[at].translation_key]),
        WRITERS,
    ),
    "the form of an outcome": (
        lambda found, at: reverse("wagtailadmin_pages:edit", args=[found.outcomes[at].pk]),
        WRITERS,
    ),
    "the form of an outcome with a lab": (
        lambda found, at: (
            reverse("wagtailadmin_pages:edit", args=[found.outcomes[at].pk]) + f"?lab={found.labs[at].pk}"
        ),
        WRITERS,
    ),
    "the form of a draft": (lambda found, at: reverse("wagtailadmin_pages:edit", args=[found.drafts[at].pk]), WRITERS),
    "the form of a new outcome": (
        lambda found, at: reverse("wagtailadmin_pages:add", args=["curriculum", "outcomepage", found.spaces[at].pk]),
        WRITERS,
    ),
    "deleting a draft": (
        lambda found, at: reverse("wagtailadmin_pages:delete", args=[found.drafts[at].pk]),
        WRITERS,
    ),
}
"""Each screen of one institute, and who besides the core team opens that of their own."""


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_each_screen_of_an_institute_is_open_for_whom_the_rule_says_and_holds_no_word_of_another(
    institutes: SimpleNamespace, role: Role
) -> None:
    client = browser(institutes, role)
    wrong = []
    for name, (address, may) in SCREENS.items():
        for whose in ("own", "another"):
            url = address(institutes, letter_of(role, whose))
            answer = client.get(url)
            if word_for(answer) != expected(role, whose, may):
                wrong.append((name, whose, word_for(answer), expected(role, whose, may)))
            if leaked := seen(text_of(answer, url), may_read(role)):
                wrong.append((name, whose, "leaks", institutes.canaries.places[min(leaked)]))

    assert wrong == []


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_the_first_screen_and_the_file_of_all_hold_no_word_of_another_institute(
    institutes: SimpleNamespace, role: Role
) -> None:
    client = browser(institutes, role)
    for url in ("/admin/", reverse("outcome_exchange"), reverse("outcome_exchange") + "?export=csv"):
        answer = client.get(url)
        assert not seen(text_of(answer, url), may_read(role)), url
        if role in WRITERS:
            assert word_for(answer) == "ok"
            if "csv" in url:
                assert seen(text_of(answer, url), ""), "its own drafts are in its file"


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_nobody_writes_in_another_institute_by_file_or_answer(institutes: SimpleNamespace, role: Role) -> None:
    if role in CORE:
        pytest.skip("the core team may")
    client, there = browser(institutes, role), institutes.outcomes["b"]
    before = [(page.latest_revision_id, page.live) for page in OutcomePage.objects.child_of(institutes.spaces["b"])]
    row = {"institute": "instituut-b", "key": there.content_key, "code": "b-9", "title": "Overgenomen"}
    file = write([{**dict.fromkeys(("summary", "verwerking", "themes", "groups", "labs"), ""), **row}])
    for url in (
        reverse("outcome_exchange"),
        reverse("outcome_exchange_of", args=[institutes.spaces["b"].pk]),
    ):
        for action in ("check", "import"):
            upload = SimpleUploadedFile("leerresultaten.csv", file)
            answer = client.post(url, {"action": action, "file": upload}, follow=True)
            assert not seen(text_of(answer, url), may_read(role)), (url, action)
    proposal = reverse("link_proposal", args=[there.pk, institutes.labs["b"].translation_key])
    for data in ({"answer": "telt"}, {"word": "Nee"}):
        assert word_for(client.post(proposal, data)) in ("login", "home")

    assert before == [
        (page.latest_revision_id, page.live) for page in OutcomePage.objects.child_of(institutes.spaces["b"])
    ]
    assert not OutcomeImport.objects.exists()
    assert DeclinedLink.objects.count() == len(PARTNERS)
    assert OutcomePage.objects.get(pk=there.pk).labs.count() == 0


def test_a_lab_in_the_file_of_another_institute_is_no_key_of_ones_own(institutes: SimpleNamespace) -> None:
    client = browser(institutes, Role.EDITOR)
    mine = read(client.get(reverse("outcome_exchange") + "?export=csv").content)

    assert {line.cells["institute"] for line in mine} == {"instituut-a"}
    assert {line.cells["code"] for line in mine} == {"a-1", "a-2"}
