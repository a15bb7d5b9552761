"""`manage.py mail_worker`: send what waits to go out, for as long as it runs."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from portal.core.mail.tasks import come_back, recover

SECONDS_BETWEEN_LOOKS = 2


class Command(BaseCommand):
    """Run the task worker on the queue of the mails, after taking up what an earlier one lost."""

    help = "Send the mails that wait. Runs until it is stopped; --once sends what is due now and ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask whether to go on."""
        parser.add_argument("--once", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; a database that is away ends the command, and what runs it starts it again."""
        recover()
        worker = worker_of_mail(options["once"])
        if not options["once"]:
            come_back()
            worker.configure_signals()
        worker.run()


def worker_of_mail(once: bool) -> Worker:
    """Return a worker for the queue of the mails; with `once` it ends when nothing is due."""
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=once,
        backend_name="mail",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
