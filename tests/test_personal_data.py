"""Every personal datum that the code can keep stands in the register, and nothing that is gone does."""

import re
from pathlib import Path

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

REGISTER = Path(__file__).resolve().parent.parent / "docs" / "verwerkingsregister.md"
NAMES = re.compile(
    r"(^|_)(first_name|last_name|email|recipients|sender|reviewer|decided_by|actor|account|subject_hash|avatar|person"
    r"|keeper|deputy|phone|tel|birth|ip|user_agent|session_key|session_data|last_login|credit|contact_name|password)$"
)
"""What fields about people are called. A field that leads to an account, or holds a mail address, counts whatever it is
called."""


def personal_fields() -> set[str]:
    """Every column that is about somebody, where it is kept."""
    user, found = get_user_model(), set()
    for model in apps.get_models():
        for field in model._meta.local_fields + model._meta.local_many_to_many:
            about = field.related_model is user and not getattr(field.remote_field, "parent_link", False)
            address = isinstance(field, models.EmailField | models.GenericIPAddressField)
            if about or address or NAMES.search(field.name):
                found.add(f"{model._meta.label}.{field.name}")
    return found


def registered() -> set[str]:
    """Every column that the register names."""
    return set(re.findall(r"`([a-z_]+\.[A-Z]\w+\.\w+)`", REGISTER.read_text()))


def test_every_personal_field_is_in_the_register() -> None:
    assert personal_fields() - registered() == set()


def test_the_register_names_no_field_that_is_gone() -> None:
    kept = {f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.get_fields()}

    assert registered() - kept == set()


def test_every_processing_has_a_purpose_a_ground_and_an_end() -> None:
    text = REGISTER.read_text()
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines() if row.startswith("| ")]
    processings = [row for row in rows if len(row) == 6 and row[0] != "Verwerking"]
    explained = {row[0] for row in rows if len(row) == 2} - {"Verwerking", "Niet over iemand"}

    assert len(processings) >= 10
    assert all(all(row) for row in processings)
    assert explained <= {row[0] for row in processings}
