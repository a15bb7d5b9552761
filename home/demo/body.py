"""Running text: entries of the data files become blocks of a page."""

from collections.abc import Sequence
from html import escape
from typing import Any

from wagtail.models import Page
from wagtail.rich_text import RichText

from home.demo.data import source_lines
from home.demo.site import DemoSite
from portal.core.blocks import StoryBlock

Block = tuple[str, Any]


def block(kind: str, value: object) -> Block:
    """Return a block of running text; raises KeyError for a kind or field Wagtail does not know and would drop."""
    known = StoryBlock.base_blocks[kind]
    if isinstance(value, dict):
        for name in value:
            known.base_blocks[name]
    return kind, value


def h2(text: str) -> str:
    """Return a heading as HTML."""
    return f"<h2>{escape(text, quote=False)}</h2>"


def p(text: str) -> str:
    """Return a paragraph as HTML."""
    return f"<p>{escape(text, quote=False)}</p>"


def ul(items: Sequence[str]) -> str:
    """Return a list as HTML; nothing for no items."""
    return "<ul>" + "".join(f"<li>{escape(item, quote=False)}</li>" for item in items) + "</ul>" if items else ""


def prose(*html: str) -> list[Block]:
    """Return one block of running text; none when there is nothing to say."""
    text = "".join(html)
    return [block("paragraph", RichText(text))] if text else []


def text(site: DemoSite, entry: dict[str, Any], field: str) -> str:
    """Return the paragraphs of a field as HTML; nothing when the entry has no such field."""
    if not entry.get(f"{field}_nl"):
        return ""
    return "".join(p(paragraph) for paragraph in site.words.paragraphs(entry, field))


def items(site: DemoSite, kind: str, heading: tuple[str, str], entry: dict[str, Any], field: str) -> list[Block]:
    """Return a list to follow or tick off (agenda, checklist, steps) with its heading in both languages."""
    lines = [{"label": "", "text": RichText(p(line))} for line in site.words.lines(entry, field)]
    return [block("listing", {"kind": kind, "heading": site.words.add(*heading), "lines": lines})] if lines else []


def cards(site: DemoSite, heading: tuple[str, str], pages: Sequence[Page]) -> list[Block]:
    """Return links to other pages under a heading; nothing for no pages."""
    return [block("cards", {"heading": site.words.add(*heading), "pages": list(pages)})] if pages else []


def quotation(site: DemoSite, entry: dict[str, Any]) -> list[Block]:
    """Return the marked quotation of an entry; quotations stay Dutch in every language."""
    quote = entry.get("quote")
    if not quote:
        return []
    value = {
        "text": site.words.same(quote["text"]),
        "source": site.words.add("Praktijkillustratie", "Practice illustration"),
        "source_lines": source_lines({"source_lines": quote["source_line"]}),
        "language": "nl",
    }
    return [block("quote", value)]


def sections(site: DemoSite, entry: dict[str, Any]) -> list[Block]:
    """Return the sections of an entry: heading, text and list in one block, a quotation in the next."""
    found: list[Block] = []
    for section in entry.get("sections", []):
        heading = h2(site.words.text(section, "heading"))
        found += prose(heading, text(site, section, "text"), ul(site.words.lines(section, "list")))
        found += quotation(site, section)
    return found
