"""The portal keeps no dossiers: nothing in the database is about one trainee.

What a trainee prepares for a development conversation, how a handover went, what an institute thought of
the result: none of it belongs here (source: practice illustration, lines 192-204, and the promise on every
guide). This test walks over every field of every model of the house and refuses what could hold it.
"""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.fields.related import RelatedField
from wagtail.models import Page

HOUSE = ("portal", "home", "news", "curriculum", "locations", "search")
"""The apps of this project; third-party apps keep accounts, rights and history of editors, nothing of trainees."""

FORBIDDEN = {
    "conversation": "what was said in a development conversation stays with whoever had it",
    "gesprek": "what was said in a development conversation stays with whoever had it",
    "dossier": "a file about a person",
    "portfolio": "a file about a person",
    "handover": "a warm handover is told by the trainee, never written down here",
    "overdracht": "a warm handover is told by the trainee, never written down here",
    "grade": "marks belong to the institute",
    "mark": "marks belong to the institute",
    "score": "marks belong to the institute",
    "cijferlijst": "marks belong to the institute",
    "beoordeling": "marks belong to the institute",
    "assessment": "marks belong to the institute",
    "feedback": "what a colleague thought of a trainee stays between them",
    "progress": "how far one trainee is",
    "attendance": "who came to a lab",
    "presence": "who came to a lab",
    "enrolment": "who signed up for a lab",
    "registration": "who signed up for a lab",
    "trainee": "a person in training",
    "student": "a person in training",
    "participant": "a person in training",
    "birth": "a fact about a person",
    "phone": "a fact about a person",
    "bsn": "a fact about a person",
}
"""Words a model or field may not be named after, and what they would hold."""

ALLOWED = {
    "locations.TaskProgress": "how far a joining school is with its tasks: about a school, seen by its team",
}
"""Names that hold one of those words and are about something else, each with the reason."""

ANSWERABLE = {
    "portal.Invitation": {"invited_by"},
    "portal.GuestReview": {"asked_by"},
    "locations.Duty": {"person"},
    "locations.WeeklyMail": {"user", "deputy"},
    "curriculum.OutcomeImport": {"user"},
}
"""Who gave somebody a way in, and gets the answer; an invitation is gone a month after it can no longer be used. And
which editor gets the mail about which tasks of a joining school, and who stands in: chosen by the editors themselves.
And who imported a file, which colleagues have to know before they take it back.
"""

OF_A_PAGE = {"owner", "locked_by", "keeper", "deputy"}
"""Foreign keys to an account that every page has: who made it, who locked it (Wagtail's), and which editors of its
partner keep it right, which no visitor sees.
"""


def house_models() -> Iterator[type[models.Model]]:
    """Yield every model of the house, tables between models included."""
    for label in HOUSE:
        yield from apps.get_app_config(label).get_models(include_auto_created=True)


def words(name: str) -> set[str]:
    """Return the words of a name in any writing: TaskProgress, task_progress."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def singular(found: set[str]) -> set[str]:
    """Add each word without its last s or en, so that marks and gesprekken are recognised."""
    return found | {word.removesuffix("s") for word in found} | {word.removesuffix("ken") for word in found}


def forbidden_in(name: str) -> set[str]:
    """Return the forbidden words a name holds."""
    return singular(words(name)) & set(FORBIDDEN)


ALL_MODELS = list(house_models())


def test_the_walk_sees_every_app_of_the_house() -> None:
    assert {model._meta.app_label for model in ALL_MODELS} == set(HOUSE)
    assert len(ALL_MODELS) > 30


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model._meta.label)
def test_no_model_is_named_after_something_in_a_dossier(model: type[models.Model]) -> None:
    assert model._meta.label in ALLOWED or not forbidden_in(model.__name__)


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model._meta.label)
def test_no_field_is_named_after_something_in_a_dossier(model: type[models.Model]) -> None:
    own = [field for field in model._meta.get_fields() if not field.auto_created and field.model in ALL_MODELS]

    found = {field.name: forbidden_in(field.name) for field in own if forbidden_in(field.name)}

    assert not found or model._meta.label in ALLOWED, found


@pytest.mark.parametrize("model", ALL_MODELS, ids=lambda model: model._meta.label)
def test_no_content_is_tied_to_an_account(model: type[models.Model]) -> None:
    """Content may know its owner and its lock, which Wagtail keeps of editors; nothing else points at a person."""
    user = get_user_model()
    if issubclass(model, user) or model in (user.groups.through, user.user_permissions.through):
        return
    tied = {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, RelatedField) and field.related_model is user
    }

    allowed = OF_A_PAGE if issubclass(model, Page) else ANSWERABLE.get(model._meta.label, {"uploaded_by_user"})
    assert tied <= allowed, tied


def test_an_account_says_no_more_of_somebody_than_signing_in_needs() -> None:
    """Trainees have no account; an editor has a name, an address and groups."""
    fields = {field.name for field in get_user_model()._meta.get_fields() if not field.auto_created}

    assert fields == {
        "password",
        "last_login",
        "is_superuser",
        "groups",
        "user_permissions",
        "first_name",
        "last_name",
        "is_staff",
        "is_active",
        "date_joined",
        "email",
        "is_demonstration",  # an account of the demo, which signing in refuses elsewhere
        "wants_check_mail",  # whether an editor wants mail about pages to check: their own choice, shown to nobody
    }


def test_rights_come_from_groups_of_partners_not_from_lists_of_persons() -> None:
    """A partner points at groups: nowhere is a list of people kept beside Wagtail's own."""
    fields = [field for model in ALL_MODELS for field in model._meta.get_fields()]
    pointing = {field.name for field in fields if isinstance(field, RelatedField) and field.related_model is Group}

    assert pointing <= {"authors", "editors", "translators", "groups", "group"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("DevelopmentConversation", {"conversation"}),
        ("ontwikkelgesprekken_van", set()),
        ("marks", {"mark"}),
        ("bookmark", set()),
        ("handover_notes", {"handover"}),
        ("LabSession", set()),
    ],
)
def test_the_words_are_found_whole(name: str, found: set[str]) -> None:
    assert forbidden_in(name) == found
