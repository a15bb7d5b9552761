"""What the read API tells fits the Open Education API, version 5: names, kinds of values, closed lists and lengths."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema_rs import Draft202012Validator

from curriculum.models import VariantInstitute
from tests.factories import (
    House,
    in_english,
    make_lab,
    make_news,
    make_outcome,
    make_session,
    make_theme,
    make_variant,
)

pytestmark = pytest.mark.django_db

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "oeapi_v5.json").read_text())
LISTS = [name for name, thing in SCHEMA["$defs"].items() if "ext" in thing.get("properties", {})]


def validator(name: str) -> Draft202012Validator:
    """Return what judges one thing, formats too."""
    return Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"}, validate_formats=True)


def faults(name: str, thing: Any) -> list[str]:
    """Return what of a thing is not as the specification says."""
    return [f"{name} {error.instance_path}: {error.message}" for error in validator(name).iter_errors(thing)]


def ask(path: str, language: str = "nl") -> Any:
    return Client().get(f"/api/v1/{path}", headers={"accept-language": language}).json()


@pytest.fixture
def content(house: House, school: Any, institute: Any) -> None:
    """Of everything one with all there is to tell, and one with as little as there can be."""
    theme = make_theme(house.themes, "pedagogiek", summary="Over leren.")
    whole = [make_session(date(2026, 9, 8), location=school, room="A1.02", capacity=12)]
    lab = make_lab(school, "feedback", themes=[theme], sessions=whole, concern="Hoe geef ik feedback?")
    make_lab(institute, "l" * 200, sessions=[make_session(date(2026, 9, 9))], kind="onderzoek", week_in_cycle=None)
    make_lab(
        house.partnership, "los", kind="vaardigheden", sessions=[make_session(date(2026, 9, 10), state="geannuleerd")]
    )
    make_theme(house.themes, "zonder-iets")
    make_outcome(institute, "HU-1", themes=[theme], labs=[lab], verwerking="Een filmpje.")
    make_outcome(institute, "HU-2")
    VariantInstitute.objects.create(variant=make_variant(), partner=institute.represents)
    make_variant("zonder-instituut", explanation="")
    make_news(school)
    make_news(institute, "kort", summary="Iets korts.")
    in_english(lab, title="Giving feedback")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_answer_fits_the_open_education_api(content: None, language: str) -> None:
    wrong = []
    for name in LISTS:
        page = ask(f"{name}?pageSize=1", language)
        wrong += faults("page", page)
        for item in ask(name, language)["items"]:
            key = next(value for field, value in item.items() if field.endswith("Id"))
            wrong += [*faults(name, item), *faults(name, ask(f"{name}/{key}", language))]

    assert len(LISTS) == 7
    assert wrong == []


def test_what_is_not_known_is_left_out(content: None) -> None:
    by_name = {item["abbreviation"]: item for item in ask("components")["items"]}
    sessions = {item["ext"]["room"]: item for item in ask("offerings")["items"]}

    assert "course" in by_name["feedback"]
    assert "course" not in by_name["los"]
    assert sessions["A1.02"]["maxNumberStudents"] == 12
    assert "maxNumberStudents" not in sessions[""]


def english(text: str) -> list[dict[str, str]]:
    return [{"language": "en-GB", "value": text}]


SAMPLES: dict[str, dict[str, Any]] = {
    "courses": {
        "courseId": "123e4567-e89b-12d3-a456-426614174000",
        "primaryCode": {"codeType": "identifier", "code": "INFOMQNM"},
        "name": english("Academic and Professional Writing"),
        "abbreviation": "INFOMQNM",
        "description": english("As with all empirical sciences"),
        "teachingLanguage": "nld",
        "level": "master",
        "learningOutcomes": [english("Executable knowledge of research methods")],
    },
    "programs": {
        "programId": "123e4567-e89b-12d3-a456-426614174000",
        "primaryCode": {"codeType": "programCode", "code": "BIO"},
        "programType": "program",
        "name": english("Biology"),
        "abbreviation": "BIO",
        "description": english("The study of life"),
        "teachingLanguage": "nld",
        "link": "https://bijvak.nl",
    },
}
"""Things as the specification itself gives them for an example."""


@pytest.mark.parametrize("name", SAMPLES)
def test_what_the_specification_gives_for_an_example_fits_what_was_written_down_of_it(name: str) -> None:
    sample = SAMPLES[name]

    assert faults(name, sample) == []
    for field in SCHEMA["$defs"][name]["required"]:
        assert faults(name, {key: value for key, value in sample.items() if key != field}), field


def test_a_thing_that_differs_is_noticed(content: None) -> None:
    (thing,) = ask("courses?pageSize=1")["items"]

    for field, value in (("level", "hoog"), ("courseId", "1"), ("name", []), ("link", None), ("abbreviation", 1)):
        assert len(faults("courses", {**thing, field: value})) == 1, field
    assert faults("courses", {name: value for name, value in thing.items() if name != "level"})
