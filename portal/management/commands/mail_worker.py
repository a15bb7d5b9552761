"""`manage.py mail_worker`: send what waits to go out, for as long as it runs."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from portal.core.mail.tasks import recover

SECONDS_BETWEEN_LOOKS = 2
SECONDS_TO_LOST_MAIL = 300
"""Pause between two looks for mail that was lost with another worker."""


class Command(BaseCommand):
    """Run the task worker on the queue of the mails, after taking up what an earlier one lost."""

    help = "Send the mails that wait. Runs until it is stopped; --once sends what is due now and ends."
    next_look = 0.0

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask whether to go on."""
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; a database that is away ends the command, and what runs it starts it again."""
        worker = worker_of_mail()
        if options["once"]:
            recover()
            worker.run()
            return
        worker.configure_signals()
        while worker.running:
            self.turn(worker)
            time.sleep(SECONDS_BETWEEN_LOOKS)

    def turn(self, worker: Worker) -> None:
        """Send what is due; every few minutes look for what was lost, by a clock that nobody sets.

        A worker that is killed is often replaced before its mail counts as lost.
        """
        if time.monotonic() >= self.next_look:
            recover()
            self.next_look = time.monotonic() + SECONDS_TO_LOST_MAIL
        worker.run()


def worker_of_mail() -> Worker:
    """Return a worker for the queue of the mails that ends when nothing is due."""
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=True,
        backend_name="mail",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
