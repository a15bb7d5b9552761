"""How many results pages a server sends in a second, beside the plain search of a stock site that holds the same texts.

    python -m tests.benchmarks.results --documents 5000

Each site has that many texts of 250 words (`tests.benchmarks.generated`); ours counts seven facets of them. Gunicorn
with two workers of two threads in production settings, without a page cache, asked by four visitors, PostgreSQL and
Elasticsearch on the same machine: a page that keeps a processor busy elsewhere is slower for it. Each word is written
otherwise each time, so that nothing is kept of it. The encoder is off: to encode these texts takes an hour, and what
it costs a query of several words is what `test_meaning_cost` prints. It takes DATABASE_URL and ELASTICSEARCH_URL and
makes databases of its own there. Prints, never judges.
"""

import argparse
import os
import statistics
from contextlib import ExitStack

from tests.benchmarks.generated import QUERIES
from tests.benchmarks.pages import Site, demo_template
from tests.benchmarks.served import Server

STOCK, OURS = "stock_many", "many"


def sites(count: int) -> tuple[Site, Site]:
    """Return the stock site and ours."""
    stock = Site(STOCK, "tests.benchmarks.stock.settings", "tests.benchmarks.stock.many", count)
    return stock, Site(OURS, "tests.benchmarks.portal_settings", "tests.benchmarks.documents", count)


def report(stock: Server, ours: Server, paths: dict[str, tuple[str, str]]) -> None:
    """Print how often each page came."""
    print(f"{'results pages a second':<24}{'stock':>8}{'ours':>8}{'x stock':>9}")
    ratios = []
    for words, (plain, full) in paths.items():
        held, own = stock.median(plain), ours.median(full)
        ratios.append(own / held)
        print(f"{words:<24}{held:8.0f}{own:8.0f}{own / held:9.2f}")
    print(f"{'geometric mean':<24}{'':16}{statistics.geometric_mean(ratios):9.2f}")


def main() -> None:
    """Make the sites, ask them in turns, and print."""
    parser = argparse.ArgumentParser(description="Prints results pages a second beside stock Wagtail's.")
    parser.add_argument("--documents", type=int, default=5_000, help="how many texts each site holds")
    parser.add_argument("--again", action="store_true", help="keep the databases of the run before")
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is measured")
    options = parser.parse_args()
    os.environ["SEARCH_ENCODER"] = "off"
    stock, ours = both = sites(options.documents)
    if not options.again:
        demo = demo_template()
        for site in both:
            site.make("template1" if site is stock else demo)
    plain, full = Server("stock", stock, 0), Server("ours", ours, 0)
    asked = {words: "{" + words.replace(" ", "+") + "}" for words in QUERIES}
    paths = {words: (f"/search/?query={text}", f"/nl/zoeken/?q={text}") for words, text in asked.items()}
    with ExitStack() as stack:
        for server in (plain, full):
            stack.enter_context(server.up())
        for _round in range(options.rounds):
            for beside, own in paths.values():
                plain.measure(beside)
                full.measure(own)
    report(plain, full, paths)


if __name__ == "__main__":
    main()
