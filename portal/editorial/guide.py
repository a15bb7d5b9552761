"""Our own guide for editors, shown inside the admin to who is signed in: the chapters of `docs/editors`."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown import markdown

FOLDER = Path(settings.BASE_DIR) / "docs" / "editors"
START = "README"
INDENT = 3
"""Spaces at which what follows in a numbered step begins; with the usual four each picture would end the list."""
CHAPTER = re.compile(r'href="([\w-]+)\.md(#[\w-]*)?"')
PICTURE = re.compile(r'src="images/([\w-]+)\.png"')


def guide(request: HttpRequest) -> HttpResponse | FileResponse:
    """Show a chapter (`?chapter=`) or one of its pictures (`?picture=`); 404 for what is not there."""
    if picture := request.GET.get("picture"):
        known = {path.stem: path for path in (FOLDER / "images").glob("*.png")}
        if picture not in known:
            raise Http404
        return FileResponse(known[picture].open("rb"), content_type="image/png")
    chapter = request.GET.get("chapter") or START
    if chapter not in chapters():
        raise Http404
    context = {"text": chapters()[chapter], "first": chapter == START, "page_title": _("The guide for editors")}
    return render(request, "portal/editors/guide.html", context)


@cache
def chapters() -> dict[str, SafeString]:
    """Return the chapters as HTML, by name."""
    return {path.stem: _as_html(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.md")}


def _as_html(text: str) -> SafeString:
    html = markdown(text, extensions=["tables"], tab_length=INDENT, output_format="html")
    html = html.replace("<table>", '<table class="listing">')
    html = PICTURE.sub(r'class="w-max-w-full" src="?picture=\1"', html)
    # Safe: these are files of the program itself, written by whoever writes the program.
    return mark_safe(CHAPTER.sub(r'href="?chapter=\1\2"', html))
