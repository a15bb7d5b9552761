"""Databases of this process beside the usual one: made from a template, pointed at, dropped."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, connections
from psycopg import sql
from wagtail.models import Site

from bin.embedded import template_database

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")


@contextmanager
def own_database(django_db_blocker: Any, purpose: str) -> Iterator[None]:
    """Point all connections of this process at a fresh copy of the template, and back afterwards."""
    name = make_database(purpose)
    try:
        with pointed_at(name, django_db_blocker):
            yield
    finally:
        drop_database(name)


def make_database(purpose: str, template: str | None = None, beside: str = "") -> str:
    """Make a fresh copy of a template (the migrated one, unless told) for this process and return its name.

    `beside` is the database whose name the copy extends; without it, the one that Django gives this process.
    """
    settings = connections["default"].settings_dict
    template = template or template_database.ensure(settings)
    name = f"{beside or settings['TEST']['NAME'] + WORKER}_{purpose}"
    drop_database(name)
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(str(template)))
    _server(settings, create)
    return name


def drop_database(name: str) -> None:
    """Remove a database that `make_database` made, if it is there."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    _server(connections["default"].settings_dict, drop)


@contextmanager
def pointed_at(name: str, django_db_blocker: Any) -> Iterator[None]:
    """Let the connections of this process lead to another database, and back afterwards."""
    usual = str(connections["default"].settings_dict["NAME"])
    with django_db_blocker.unblock():
        stand_on(name)
        try:
            yield
        finally:
            stand_on(usual)


def stand_on(name: str) -> None:
    """Let this process's connection lead to a database from now on, and forget what it knew of another."""
    settings = connections["default"].settings_dict
    if settings["NAME"] == name:
        return
    connection.close()
    settings["NAME"] = name
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    cache.clear()


def _server(settings: dict[str, Any], command: sql.Composed) -> None:
    address = {"user": settings["USER"], "password": settings["PASSWORD"], "host": settings["HOST"]}
    with psycopg.connect(**address, port=settings["PORT"] or None, dbname="postgres", autocommit=True) as server:
        server.execute(command)
