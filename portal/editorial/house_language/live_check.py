"""Answers a form that is being written: which of its words the house does not use, and what is hard to read.

The form sends its texts as they stand in it. Nothing is kept, and nothing is told that was not sent.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.core.house_language.markup import sentence_around
from portal.core.house_language.texts import LEFT_OUT
from portal.core.house_language.words import finder
from portal.editorial.house_language.reading_level import advice_on

MOST_TEXTS = 2000
MOST_FOUND = 100
NOT_READ = LEFT_OUT | {"slug"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One stretch of text of a form: the name of its field, the block of the rich text editor, and the text."""

    name: str
    block: str
    text: str


@require_POST
def check(request: HttpRequest) -> JsonResponse:
    """Return the words and the advice for the texts in the body; 400 for anything that is no such list."""
    try:
        asked = json.loads(request.body)
        texts = list(_sent(asked["texts"]))
        language = str(asked.get("language", ""))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return JsonResponse({"error": _("This is no list of texts.")}, status=400)
    language = language if language in dict(settings.LANGUAGES) else ""
    advice = [{"found": item.found, "why": item.why} for item in advice_on(text.text for text in texts)]
    return JsonResponse({"words": list(_words(texts, language))[:MOST_FOUND], "advice": advice})


def _sent(texts: list[dict[str, Any]]) -> Iterator[Sent]:
    for item in texts[:MOST_TEXTS]:
        name, block, text = (str(item.get(part, "")) for part in ("name", "block", "text"))
        if name.rpartition("-")[2] not in NOT_READ:
            yield Sent(name, block, text)


def _words(texts: list[Sent], language: str) -> Iterator[dict[str, Any]]:
    words = finder(language)
    for sent in texts:
        for hit in words.find(sent.text):
            yield {
                "name": sent.name,
                "block": sent.block,
                "start": hit.start,
                "end": hit.end,
                "found": hit.found,
                "says": hit.says,
                "advises": hit.advises,
                "sentence": sentence_around(sent.text, hit.start, hit.end),
            }
