"""Everything that the OpenAPI document allows is answered as it says, and everything else is a problem."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from tests.factories import House, make_lab, make_news, make_outcome, make_session, make_theme, make_variant

QUICK = settings(max_examples=6, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def application(db: Any) -> Iterator[WSGIHandler]:
    """The portal as a web server runs it, on the connection of the test, which nobody closes between requests."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield WSGIHandler()
    for signal in signals:
        signal.connect(close_old_connections)


def test_every_question_is_answered_as_the_document_says(
    application: WSGIHandler, house: House, school: Any, institute: Any
) -> None:
    theme = make_theme(house.themes)
    lab = make_lab(school, themes=[theme], sessions=[make_session(date(2026, 9, 8))])
    make_outcome(institute, themes=[theme], labs=[lab])
    make_news(school)
    make_variant()
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    asked = 0

    for operation in (result.ok() for result in schema.get_all_operations()):
        for mode in GenerationMode:
            if mode is GenerationMode.NEGATIVE and not operation.query and not operation.path_parameters:
                continue

            @QUICK
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:
                nonlocal asked
                asked += 1
                case.call_and_validate()

            ask()

    assert asked > 15
