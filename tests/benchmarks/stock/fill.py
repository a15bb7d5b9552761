"""Fills the stock site: a home page, six pages in the menu, and as many pages of text as asked for."""

from typing import Any

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from tests.benchmarks.stock.models import StockHomePage, StockTextPage
from tests.benchmarks.text import BODY, INTRO, TITLE, title


def fill(count: int) -> None:
    """Make the site in empty tables."""
    Locale.objects.create(language_code="en")
    root: Any = Page.add_root(instance=Page(title="Root", slug="root"))
    home = root.add_child(instance=StockHomePage(title="Home", slug="home", intro=INTRO))
    Site.objects.create(hostname="localhost", site_name="Stock", root_page=home, is_default_site=True)
    home.add_child(instance=_text_page(TITLE, "text"))
    for number in range(6):
        home.add_child(instance=_text_page(f"Part {number}", f"part-{number}", show_in_menus=True))
    for number in range(count):
        home.add_child(instance=_text_page(title(number), f"page-{number}"))


def index() -> None:
    """Fill the index of its search."""
    call_command("update_index", verbosity=0)


def _text_page(name: str, slug: str, **fields: Any) -> StockTextPage:
    now = timezone.now()
    return StockTextPage(
        title=name, slug=slug, intro=INTRO, body=BODY, first_published_at=now, last_published_at=now, **fields
    )
