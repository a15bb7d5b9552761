"""Says how search is doing."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.index.status import status


class Command(BaseCommand):
    """For people, and with `--json` for monitoring."""

    help = "Show documents, lag, dead letters and schema."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the switch."""
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the figures."""
        found = status()
        if options["json"]:
            self.stdout.write(json.dumps(found))
            return
        engine = found["engine"]
        self.stdout.write(f"stored documents: {found['stored']}")
        self.stdout.write(
            f"waiting: {found['waiting']}, oldest {found['lag_seconds']} s; given up: {found['dead_letters']}"
        )
        if "away" in engine:
            self.stdout.write(f"Elasticsearch is away: {engine['away']}")
        else:
            for language, index in engine["indices"].items():
                schema = "schema right" if index["schema_ok"] else "run search_rebuild"
                self.stdout.write(f"{language}: {index['documents']} documents in {index['index']}, {schema}")
        self.stdout.write(meaning(found["meaning"]))
        self.stdout.write("all right" if found["ok"] else "needs attention")


def meaning(found: dict[str, Any]) -> str:
    """Return one line about the encoder."""
    if "off" in found:
        return "meaning: off"
    if "away" in found:
        return f"meaning: the encoder is away ({found['away']}); search goes by words"
    return f"meaning: {found['encoder']}, {found['passages']} passages, {found['waiting']} documents wait"
