"""`make run`: the portal, filled, at one address; Ctrl-C stops all of it."""

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from bin import services
from bin.steps import ROOT, say, step
from bin.supervisor import Supervisor, free_port, take_over
from home.demo.accounts import account_lines

PYTHON = str(ROOT / ".venv" / "bin" / "python")
MANAGE: list[str | Path] = [PYTHON, "manage.py"]
HELPERS: dict[str, list[str | Path]] = {
    "search": [*MANAGE, "search_sync", "--loop"],
    "schedule": [PYTHON, "-m", "bin.schedule"],
}
# Without a mail server mail is written to web.log, and there is nothing to send.
if os.environ.get("EMAIL_HOST"):
    HELPERS["mail"] = [*MANAGE, "mail_worker"]
PREPARE = [PYTHON, "-m", "bin.prepare"]
# Django's development server starts a second one of itself and watches its end; we do the watching, and it loads once.
RELOADED = {DJANGO_AUTORELOAD_ENV: "true"}
CODE_CHANGED = 3
SECONDS_TO_ANSWER = 180
SECONDS_BETWEEN_RESTARTS = 2


class Stopped(BaseException):
    """Somebody asked us to stop: Ctrl-C, a closed terminal, or a next run."""


def main() -> None:
    """Start everything, print the addresses, and keep it going until asked to stop."""
    _on_signals(_stop)
    # As a visitor meets it, its own page for an unknown address included; `DEBUG=1 make run` shows Django's.
    os.environ.setdefault("DEBUG", "0")
    # The accounts of the demo have known passwords and nobody's telephone.
    os.environ.setdefault("DEMAND_SECOND_FACTOR", "0")
    start = time.monotonic()
    lock = take_over()
    port = free_port(int(os.environ.get("PORT") or 8000))
    # Mails, guest links and calendars lead to this very site.
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
    node: services.ElasticsearchStart | None = None
    children: Supervisor | None = None
    try:
        node = services.ElasticsearchStart()  # first: it takes longest
        node.environment |= services.start_postgresql()
        children = Supervisor(node.environment)
        preparation = Preparation(node.environment)
        preparation.prepare_database()
        children.start("web", web := [*MANAGE, "runserver", "--insecure", f"127.0.0.1:{port}"], RELOADED)
        with step("Web server"):
            _wait_for(f"http://127.0.0.1:{port}/nl/", children)  # while the node still starts: no page needs it
        searchable = preparation.prepare_index(node)
        for name, command in HELPERS.items():
            children.start(name, command)
        _tell(port, time.monotonic() - start, searchable)
        keep_up(children, web, searchable)
    except Stopped:
        say("\n  Stopping …")
    finally:
        _on_signals(signal.SIG_IGN)
        if children:
            children.end()
        if node:
            node.give_up()
        with step("Everything stopped"):
            services.release()
        lock.close()


def _on_signals(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


class Preparation:
    """The program that prepares the site: loaded once for what comes before the web server and what needs the node."""

    def __init__(self, environment: dict[str, str]) -> None:
        ours, its = os.pipe()
        self.program = subprocess.Popen(
            [*PREPARE, str(its)], cwd=ROOT, env=environment, stdin=subprocess.PIPE, pass_fds=[its], text=True
        )
        os.close(its)
        self.told = os.fdopen(ours)

    def prepare_database(self) -> None:
        """Wait until the site can be served; end this program when the other one fails."""
        if not self.told.readline():
            self.program.wait()
            raise SystemExit("  The database could not be prepared")

    def prepare_index(self, node: services.ElasticsearchStart) -> bool:
        """Build the index once the node is there, and return whether it is."""
        searchable = node.wait()
        self.program.communicate("ready\n" if searchable else "absent\n")
        if self.program.returncode:
            raise SystemExit("  The search index could not be built")
        return searchable


def keep_up(children: Supervisor, web: list[str | Path], searchable: bool) -> None:
    """Start again what ends by itself, the web server only when its code changed; else the program ends with it."""
    while True:
        services.revive(searchable)
        _keep_going(children)
        with suppress(subprocess.TimeoutExpired):
            if children.running["web"].wait(timeout=SECONDS_BETWEEN_RESTARTS) != CODE_CHANGED:
                raise SystemExit("The web server ended by itself")
            children.start("web", web, RELOADED)


def _keep_going(children: Supervisor) -> None:
    """Start a helper again that ended by itself, for example because the database was away."""
    for name, command in HELPERS.items():
        if children.running[name].poll() is not None:
            children.start(name, command)


def _wait_for(url: str, children: Supervisor) -> None:
    """Return once the site answers; end the program when the web server gave up or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        if children.running["web"].poll() is not None:
            break
        try:
            with opener.open(url, timeout=SECONDS_TO_ANSWER):
                return
        except urllib.error.HTTPError as answer:
            raise SystemExit(f"  The home page answers {answer.code}") from None
        except OSError:
            time.sleep(0.2)
    raise SystemExit("  The web server did not come up")


def _tell(port: int, seconds: float, searchable: bool) -> None:
    site = f"http://127.0.0.1:{port}"
    say(f"\n  The portal is up ({seconds:.0f} s).\n")
    say(f"    Site      {site}/nl/   {site}/en/")
    say(f"    Search    {site}/nl/zoeken/" + ("" if searchable else "   (from PostgreSQL: no search node, see above)"))
    say(f"    Editors   {site}/admin/\n")
    say("    Accounts of the demo site, for this machine only:")
    for line in account_lines():
        say(f"      {line}")
    say("\n  Ctrl-C stops everything.")


if __name__ == "__main__":
    main()
