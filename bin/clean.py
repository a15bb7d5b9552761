"""`make clean`: stop this clone's services and remove their data, also where they live outside the clone."""

import shutil
from contextlib import suppress

from bin.children import take_over
from bin.steps import ROOT, STATE_DIR, step
from portal.embedded import elasticsearch, host, postgresql
from portal.embedded.host import ServiceUnavailableError


def main() -> None:
    """Stop and remove; what was never started is no error."""
    take_over()
    with step("Services stopped, data and compiled texts removed"), suppress(ServiceUnavailableError):
        for service in (elasticsearch, postgresql):
            service.stop(STATE_DIR)
            shutil.rmtree(host.data_dir(STATE_DIR, service.SERVICE), ignore_errors=True)
        for compiled in (ROOT / "portal" / "locale").rglob("*.mo"):
            compiled.unlink()


if __name__ == "__main__":
    main()
