"""The embedded services as steps: only those whose address is not set in the environment."""

import os
import subprocess
import sys

from bin.embedded import elasticsearch, postgresql
from bin.embedded.system import ServiceUnavailableError
from bin.steps import ROOT, STATE_DIR, say, step

TESTS_DIR = STATE_DIR / "tests"
"""Where the database server of `make test` has its data: one that trusts nothing to the disk."""
STARTER = "from bin.services import start_elasticsearch; start_elasticsearch()"


def running(*, for_tests: bool = False) -> dict[str, str]:
    """Return where the services of this clone run, unless the environment names others. Starts nothing.

    Tests take the server of a `make test` that goes on, else that of a `make run`.
    """
    found = {}
    if not os.environ.get("DATABASE_URL"):
        own = postgresql.running(TESTS_DIR) if for_tests else ""
        found["DATABASE_URL"] = own or postgresql.running(STATE_DIR)
    if not os.environ.get("ELASTICSEARCH_URL"):
        found["ELASTICSEARCH_URL"] = elasticsearch.running(STATE_DIR)
    return found


def start_postgresql(*, for_tests: bool = False) -> dict[str, str]:
    """Start PostgreSQL, or the one that tests have to themselves; or end the program with how to mend it in one line.

    Returns what the environment of the others has to say of it.
    """
    if os.environ.get("DATABASE_URL"):
        say("  - PostgreSQL: the server of DATABASE_URL")
        return {}
    try:
        with step("PostgreSQL"):
            return {"DATABASE_URL": postgresql.ensure(TESTS_DIR if for_tests else STATE_DIR, fleeting=for_tests)}
    except ServiceUnavailableError as error:
        raise SystemExit(f"  {error}") from None


def start_elasticsearch() -> None:
    """Start the node, or end the program with one line that says how to mend it."""
    try:
        with step("Elasticsearch"):
            elasticsearch.ensure(STATE_DIR)
    except ServiceUnavailableError as error:
        raise SystemExit(f"  {error}") from None


class ElasticsearchStart:
    """Starting Elasticsearch while other steps go on: it takes seconds in which the database can be prepared.

    A process of its own, because that can be ended at any moment, and the lock it holds with it.
    """

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = dict(os.environ)
        """For whoever asks before the node is up: its address is known, and until it answers search falls back."""
        if os.environ.get("ELASTICSEARCH_URL"):
            say("  - Elasticsearch: the cluster of ELASTICSEARCH_URL")
        else:
            self.environment["ELASTICSEARCH_URL"] = elasticsearch.address(STATE_DIR)
            self.process = subprocess.Popen([sys.executable, "-c", STARTER], cwd=ROOT, start_new_session=True)

    def wait(self) -> bool:
        """Return whether there is a node, once that is known; when embedded, this process counts as its user."""
        if not self.process:
            return True
        if self.process.wait() == 0:
            elasticsearch.ensure(STATE_DIR)
            return True
        return False

    def give_up(self) -> None:
        """End a start that is still going on."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def revive(searchable: bool) -> None:
    """Start an embedded service again that ended meanwhile, at the port that the other parts know.

    Without `searchable` there was no node to begin with. A start that fails is tried again at the next call. A node
    that is too busy to answer has not ended, and is left alone.
    """
    try:
        if not os.environ.get("DATABASE_URL") and not postgresql.running(STATE_DIR):
            with step("PostgreSQL had ended; started again"):
                postgresql.ensure(STATE_DIR)
        if searchable and not os.environ.get("ELASTICSEARCH_URL") and elasticsearch.has_ended(STATE_DIR):
            with step("Elasticsearch had ended; started again"):
                elasticsearch.ensure(STATE_DIR)
    except ServiceUnavailableError as error:
        say(f"  {error}")


def release() -> None:
    """Stop the embedded services that no other process of this clone uses."""
    if not os.environ.get("ELASTICSEARCH_URL"):
        elasticsearch.release(STATE_DIR)
    if not os.environ.get("DATABASE_URL"):
        for folder in (STATE_DIR, TESTS_DIR):
            postgresql.release(folder)
