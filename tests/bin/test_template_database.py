"""Processes that want the same filled database: one fills it, the others wait and find it."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import psycopg
import pytest
from django.db import connections

from bin.embedded import template_database
from tests.copies import drop_database, make_database

WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'"


@pytest.mark.django_db
def test_processes_with_databases_of_their_own_do_not_fill_the_same_template_at_once() -> None:
    settings = connections["default"].settings_dict
    others = make_database("other_process", "template1")
    first_fills, second_fills, filled = Event(), Event(), list[str]()

    def fill(part: str, name: str) -> None:
        filled.append(name)
        first_fills.set()
        until = time.monotonic() + 20
        with psycopg.connect(part, autocommit=True) as connection:
            while not second_fills.is_set() and time.monotonic() < until:
                if connection.execute(WAITING).fetchone() != (0,):
                    return

    def fill_too(part: str, name: str) -> None:
        second_fills.set()
        filled.append(name)

    source = [Path(__file__)]
    try:
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(template_database.ensure_filled, settings.copy(), "two_at_once", source, fill)
            assert first_fills.wait(60)
            second = pool.submit(
                template_database.ensure_filled, {**settings, "NAME": others}, "two_at_once", source, fill_too
            )
            names = {first.result(60), second.result(60)}
    finally:
        drop_database(others)

    assert len(filled) == 1
    assert names == set(filled)
    drop_database(filled[0])
