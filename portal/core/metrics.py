"""What Prometheus reads: the requests of all web workers, and how each part of the portal is doing now.

Requests are counted by `django-prometheus`; its labels are views, methods and statuses, never addresses of pages. A
part's own figure is asked when somebody reads it, so that it costs no visitor anything.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from portal.core.away import is_away
from portal.core.probes import OK, READY, WATCHED, free_space, late_mails, late_pages, look

CONTENT_TYPE = CONTENT_TYPE_LATEST
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Variable with the folder in which the web workers count together; gunicorn's configuration sets it."""


@dataclass(frozen=True)
class Figure:
    """A number of a part, and what it says."""

    says: str
    ask: Callable[[], float]


FIGURES: dict[str, Figure] = {
    "portal_disk_free_ratio": Figure("Share of the disk of uploads that is free.", free_space),
    "portal_mails_late": Figure("Mails that should have gone.", late_mails),
    "portal_pages_late": Figure("Pages that should have appeared or gone.", late_pages),
}
"""What the portal tells beside its requests. A floor above adds its own."""


class Parts(Collector):
    """Every part, well (1) or not (0), and every figure; one that cannot be asked now is left out."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Ask."""
        well = GaugeMetricFamily("portal_part_well", "Whether a part is well, as /healthz tells.", labels=["part"])
        for name, word in look(READY | WATCHED).items():
            well.add_metric([name], float(word == OK))
        yield well
        for name, figure in FIGURES.items():
            try:
                yield GaugeMetricFamily(name, figure.says, value=figure.ask())
            except Exception as error:
                if not is_away(error):
                    raise


def exposition() -> bytes:
    """Return everything in the text form of Prometheus."""
    requests = REGISTRY
    if SHARED_FOLDER in os.environ:
        requests = CollectorRegistry()
        MultiProcessCollector(requests)
    parts = CollectorRegistry()
    parts.register(Parts())
    return bytes(generate_latest(requests) + generate_latest(parts))
