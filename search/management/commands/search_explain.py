"""Shows why results come in this order."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation
from django.utils.html import strip_tags

from search import schema
from search.request import SearchRequest, clean_words
from search.service import search


class Command(BaseCommand):
    """The hits of a query in order, with kind, key, score and the clauses that matched."""

    help = "Explain the results of a search."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the words and the switches."""
        parser.add_argument("words")
        parser.add_argument("--language", choices=schema.LANGUAGES, default=schema.LANGUAGES[0])
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search, and print."""
        with translation.override(options["language"]):
            page = search(SearchRequest(options["language"], clean_words(options["words"])))
        found = {
            "query": page.request.words,
            "language": options["language"],
            "engine": page.engine,
            "total": page.total,
            "corrected": page.corrected,
            "hits": [
                {
                    "kind": result.kind,
                    "slug": result.key,
                    "score": round(result.score, 3),
                    "clauses": list(result.clauses),
                    "title": strip_tags(result.title),
                    "url": result.url,
                }
                for result in page.results
            ],
        }
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        self.stdout.write(
            f"{page.total} results from {page.engine}" + (f" for {page.corrected}" if page.corrected else "")
        )
        for result in page.results:
            self.stdout.write(f"{result.score:8.2f}  {result.kind:16} {result.key:40} {', '.join(result.clauses)}")
