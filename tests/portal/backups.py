"""What tests of backups compare by, and where they put one back."""

import hashlib
from pathlib import Path

import psycopg
from django.db import connection, connections
from psycopg import sql

from portal.core.backup import contents
from tests.copies import drop_database


def hashes(media: Path) -> dict[str, str]:
    """What is in every table that goes along, and in every upload."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table not in contents.left_out():
                cursor.execute(f"SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM {table} t")
                found[table] = cursor.fetchone()[0]
    for path in media.rglob("*"):
        if path.is_file():
            found[str(path.relative_to(media))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def empty_database(name: str) -> None:
    """Make a database as an empty machine has it."""
    drop_database(name)
    base = connections["default"].settings_dict
    address = {"user": base["USER"], "password": base["PASSWORD"], "host": base["HOST"], "port": base["PORT"]}
    with psycopg.connect(**address, dbname="postgres", autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
