"""Fills the stock site with pages of generated text, the same as `tests.benchmarks.documents` gives the portal."""

from django.db import connection

from tests.benchmarks.generated import texts
from tests.benchmarks.stock import fill as stock
from tests.benchmarks.stock.models import StockHomePage, StockTextPage


def fill(count: int) -> None:
    """Make the site, and the pages below its home page."""
    stock.fill(0)
    home = StockHomePage.objects.get()
    for number, text in enumerate(texts(count)):
        home.add_child(instance=StockTextPage(title=text.title, slug=f"d{number}", body=f"<p>{text.body}</p>"))


def index() -> None:
    """Fill the index of its search, and let PostgreSQL look at it, as it does by itself on a site."""
    stock.index()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
