"""How gunicorn serves the portal: `gunicorn portal.wsgi --config deploy/gunicorn.py`."""

import os
from itertools import count
from tempfile import mkdtemp
from typing import Any

bind = "0.0.0.0:8000"
workers = 3
threads = 4
# A worker that is replaced has the portal in memory at once: the first visitor of a new one waited for all of it.
# Nothing asks a part while it loads, so that no connection is shared; new code needs a new start, not a reload.
preload_app = True
worker_tmp_dir = "/dev/shm"
max_requests = 2000
max_requests_jitter = 200

# A line of JSON per request; what stands in it says `ACCESS` of portal/core/logs.py.
accesslog = "-"

logconfig_dict: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "portal.core.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "gunicorn.error": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "gunicorn.access": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}

# What Prometheus reads, counted by all workers in one folder; set before anything that counts is loaded. A worker
# counts under its place among the others, not as a process: each of those would leave files that are read for ever.
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", mkdtemp(prefix="portal-metrics-"))
place = 0

from prometheus_client import values  # noqa: E402 - after the folder is known

values.ValueClass = values.MultiProcessValue(lambda: place)


def pre_fork(server: Any, worker: Any) -> None:
    """Give a worker the lowest place that no worker has."""
    taken = {other.place for other in server.WORKERS.values()}
    worker.place = next(number for number in count(1) if number not in taken)


def post_fork(server: Any, worker: Any) -> None:
    """Count from here on under the place of this worker."""
    global place
    place = worker.place
