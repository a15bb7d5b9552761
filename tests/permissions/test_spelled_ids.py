"""Numbers of things in every spelling, in address and body: none opens what the plain number does not."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from portal.partners.rights import Role, Whose
from tests.dated import dated
from tests.permissions.actions import Action, actions
from tests.permissions.addresses import address, patterns
from tests.permissions.cells import Asker, Attempt, Doer, attempt, describe
from tests.permissions.counting import count
from tests.permissions.spellings import asked_in, bodies, fields_with_numbers, in_path
from tests.permissions.world import World

ASKERS = (Role.EDITOR, Role.TRANSLATOR, Role.ANONYMOUS, Role.CORE_EDITOR)
DOERS = (Role.EDITOR, Role.CORE_EDITOR)
JSON = "application/json"


def test_no_spelling_of_a_number_in_an_address_opens_more(world: World) -> None:
    """Refused, not there, or the same answer as the plain number; the views about many things refuse all spellings."""
    asked = dated(_addresses(world), 60)
    askers = {role: Asker(world, role) for role in ASKERS}
    wrong = {}
    for role, plain, spelled in asked:
        word, foreign = answer(askers[role], spelled)
        if foreign or word not in {"bad", "missing", "moved", "login", askers[role].get(plain)[0]} or word.isdigit():
            wrong[f"{role} {spelled[:150]}"] = (word, foreign)
    count("spelled in addresses", len(asked), len(asked), world)

    assert not wrong, describe(wrong)


def answer(asker: Asker, spelled: str) -> tuple[str, set[str]]:
    """Return the word for an answer and what leaked in it; an error is a word too, so that one walk finds them all."""
    try:
        return asker.get(spelled)
    except Exception as error:
        return f"broken: {error!r}"[:200], set()


def _addresses(world: World) -> list[tuple[Role, str, str]]:
    found = {}
    for pattern in patterns():
        for role, whose in ((Role.EDITOR, Whose.OTHER), (Role.ANONYMOUS, Whose.OTHER), (Role.CORE_EDITOR, Whose.OWN)):
            plain = address(pattern, world.bundle(role, whose), world)
            for spelled in (*asked_in(plain), *in_path(plain)):
                found[role, spelled] = (role, plain, spelled)
    return list(found.values())


@pytest.mark.parametrize(
    "view",
    [
        "/admin/choose-page/chosen-multiple/?",
        "/admin/images/chooser/chosen-multiple/?",
        "/admin/documents/chooser/chosen-multiple/?",
        "/admin/bulk/wagtailcore/page/publish/?next=/admin/&",
        "/admin/bulk/portal/portalimage/delete/?next=/admin/&",
        "/admin/bulk/portal/portaldocument/delete/?next=/admin/&",
        "/admin/images/chooser/_/?",
        "/admin/documents/chooser/_/?",
    ],
)
def test_a_list_of_things_takes_plain_numbers_only(world: World, view: str) -> None:
    theirs, asker = world.bundles["b"], Asker(world, Role.EDITOR)
    key = theirs.draft.pk if "page" in view else theirs.image.pk if "images" in view else theirs.document.pk
    spelled = dated(in_path(view.replace("_", str(key))) if "_" in view else asked_in(f"{view}id={key}"), 6)

    answers = {one[:120]: answer(asker, one) for one in spelled if not one.endswith("id=all") and "id%5B" not in one}

    assert {word for word, _foreign in answers.values()} <= {"bad", "missing", "home", "moved"}, answers
    assert not any(foreign for _word, foreign in answers.values())


def test_no_spelling_of_a_number_in_a_form_writes_more(world: World) -> None:
    """What is refused for the plain number is refused however it is spelled; nothing breaks, leaks or harms."""
    tried = dated(_sendings(world), 30)
    doers = {role: Doer(world, role) for role in DOERS}
    wrong: dict[str, Any] = {}
    for role, action, whose, sent in tried:
        plain = doers[role].do(action, whose)
        odd = send(world, role, action, whose, sent)
        if odd.word.startswith("broken") or odd.word[:1] == "5" or odd.harmed or odd.leaked or _more(odd, plain):
            wrong[f"{role} {action.name} {whose} {str(sent)[:120]}"] = (odd, plain.word)
    count("spelled in forms", len(tried), len(tried), world)

    assert not wrong, describe(wrong)


def _more(odd: Attempt, plain: Attempt) -> bool:
    return plain.word in ("home", "denied", "bad") and "+" in odd.word


def _sendings(world: World) -> list[tuple[Role, Action, Whose, Any]]:
    found: list[tuple[Role, Action, Whose, Any]] = []
    for role in DOERS:
        for action in actions():
            for whose in (Whose.OWN, Whose.OTHER):
                bundle = world.bundle(role, whose)
                for spelled in asked_in(action.where(bundle)):
                    moved = replace(action, where=partial(_there, spelled))
                    found.append((role, moved, whose, action.data(bundle)))
                for name in fields_with_numbers(action, bundle):
                    found += [(role, action, whose, body) for body in bodies(action, bundle, name)]
    return found


def _there(spelled: str, bundle: Any) -> str:
    return spelled


def send(world: World, role: Role, action: Action, whose: Whose, sent: Any) -> Attempt:
    """Do something with other fields; a text is sent as JSON."""
    bundle = world.bundle(role, whose)
    if isinstance(sent, str):
        return attempt(world, replace(action, form=None, data=lambda bundle: sent, kind=JSON), role, bundle)
    return attempt(world, replace(action, data=lambda bundle: sent), role, bundle)
