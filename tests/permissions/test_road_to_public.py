"""No row of requests of an editor makes a private file of another partner readable."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, StringSegment

from portal.partners.rights import Role
from tests.dated import day, deep
from tests.permissions.actions import Action, actions
from tests.permissions.actions.base import URLENCODED
from tests.permissions.cells import as_if_kept, undone_afterwards
from tests.permissions.outcomes import outcome
from tests.permissions.spellings import NUMBER, spellings
from tests.permissions.test_media import addresses
from tests.permissions.world import World

FEW, MANY = 3, 300
"""How many rows of requests are tried, and in the deep run."""

WRITERS = (Role.EDITOR, Role.TRANSLATOR)

Step = Callable[[World, Random], Action]


def theirs(world: World, chance: Random) -> str:
    """Return the number of a private file of another partner, in some spelling."""
    key = chance.choice([world.bundles["b"].image.pk, world.bundles["b"].document.pk])
    return chance.choice([str(key), *spellings(key)])


def value_of_a_field(world: World, chance: Random) -> Action:
    own = world.bundles["a"].translation
    segment = chance.choice(list(OverridableSegment.objects.filter(source=own.source)))
    address, sent = reverse("wagtail_localize:edit_override", args=[own.pk, segment.pk]), theirs(world, chance)
    kind = chance.choice([URLENCODED, URLENCODED, ""])
    return Action("value", lambda bundle: address, None, lambda bundle: {"value": sent}, "put", kind)


def translated_text(world: World, chance: Random) -> Action:
    own = world.bundles["a"].translation
    segment = chance.choice(list(StringSegment.objects.filter(source=own.source)))
    address = reverse("wagtail_localize:edit_string_translation", args=[own.pk, segment.pk])
    text = link(world, chance)
    return Action("text", lambda bundle: address, None, lambda bundle: {"value": text}, "put", URLENCODED)


def file_of_texts(world: World, chance: Random) -> Action:
    own, text = world.bundles["a"].translation, link(world, chance)
    file = own.export_po()
    for entry in file:
        entry.msgstr = text
    address = reverse("wagtail_localize:upload_pofile", args=[own.pk])
    return Action("file", lambda bundle: address, None, lambda bundle: {"file": _file(str(file))})


def _file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("en.po", text.encode())


def link(world: World, chance: Random) -> str:
    key = theirs(world, chance)
    return chance.choice(
        [
            f'<a linktype="document" id="{key}">x</a>',
            f'<embed embedtype="image" id="{key}" format="left" alt=""/>',
            f'<a id="a1" linktype="document">x</a><a id="{key}">y</a>',
        ]
    )


def any_action(world: World, chance: Random) -> Action:
    """Return one of the ways to write, with a number in its form or address changed into that of a private file."""
    action, bundle = chance.choice(actions()), world.bundles["a"]
    data, where, key = action.data(bundle), action.where(bundle), theirs(world, chance)
    numbered = [name for name, value in data.items() if NUMBER.fullmatch(str(value))]
    if numbered and chance.random() < 0.7:
        data = {**data, chance.choice(numbered): key}
    elif "id=" in where:
        where = f"{where}&id={key}"
    return replace(action, where=lambda bundle: where, data=lambda bundle: data)


def page_with_picture(world: World, chance: Random) -> Action:
    attribute = chance.choice(["draft", "published", "translated", "public"])
    key = theirs(world, chance)
    sent = {"listing_image": key, "body-count": "0", "title": chance.choice(["", "Nieuw"]), "action-publish": "1"}
    address = reverse("wagtailadmin_pages:edit", args=[getattr(world.bundles["a"], attribute).pk])
    return Action("page", lambda bundle: address, lambda bundle: address, lambda bundle: sent)


STEPS: tuple[Step, ...] = (
    value_of_a_field, value_of_a_field, translated_text, file_of_texts, any_action, any_action, page_with_picture
)  # fmt: skip


def published(world: World) -> list[Action]:
    """Return the steps that put everything of the own partner live."""
    own = world.bundles["a"]
    update = reverse("wagtail_localize:update_translations", args=[own.translation.source_id])
    edit = reverse("wagtailadmin_pages:edit", args=[own.translated.pk])
    many = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    pages = f"{many}?id={own.draft.pk}&id={own.translated.pk}&id={own.published.pk}&next=/admin/"
    return [
        Action("update", lambda bundle: update, None, lambda bundle: {"publish_translations": "on"}),
        Action("publish", lambda bundle: edit, None, lambda bundle: {"action": "publish"}),
        Action("publish many", lambda bundle: pages),
    ]


def test_no_row_of_requests_makes_a_private_file_of_another_public(world: World) -> None:
    chance, opened = day(), {}
    for _row in range(MANY if deep() else FEW):
        with undone_afterwards():
            steps = [chance.choice(STEPS)(world, chance) for _step in range(3)]
            told = [send(world, chance.choice(WRITERS), step) for step in steps]
            told += [send(world, Role.EDITOR, step) for step in published(world)]
            if readable(world):
                opened[str(told)] = readable(world)

    assert not opened


def send(world: World, role: Role, action: Action) -> str:
    """Send something and say what came of it; an error is for the test that looks for those."""
    told = f"{role} {action.name} {str(action.data(world.bundles['a']))[:100]}"
    try:
        with as_if_kept(), transaction.atomic():
            return f"{told}: {outcome(action.send(world, role, world.bundles['a']))}"
    except Exception as error:
        return f"{told}: {error!r}"[:300]


def readable(world: World) -> list[str]:
    """Return the private files of the other partner that a visitor, or an editor of the first, can read."""
    bundle: Any = world.bundles["b"]
    files = [*addresses(bundle), bundle.document.url]
    askers = (Role.ANONYMOUS, Role.EDITOR)
    return [f"{role} {file}" for role in askers for file in files if world.ask(role, file).status_code == 200]


def the_spelled_value_of_a_field_is_refused(world: World) -> None:
    """For taking away the reading of numbers: the case that was seen."""
    own = world.bundles["a"]
    address = reverse("wagtail_localize:edit_override", args=[own.translation.pk, own.overridable_segment.pk])
    sent = Action(
        "", lambda b: address, None, lambda b: {"value": f" {world.bundles['b'].image.pk}"}, "put", URLENCODED
    )
    assert outcome(sent.send(world, Role.EDITOR, own)) == "bad"


def test_the_values_that_were_seen_are_refused(world: World) -> None:
    with undone_afterwards():
        the_spelled_value_of_a_field_is_refused(world)
