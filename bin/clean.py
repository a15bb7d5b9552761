"""`make clean`: stop this clone's services and remove their data, also where they live outside the clone."""

import shutil
from contextlib import suppress

from bin.embedded import elasticsearch, postgresql, system
from bin.embedded.system import ServiceUnavailableError
from bin.services import TESTS_DIR
from bin.steps import ROOT, STATE_DIR, step
from bin.supervisor import take_over


def main() -> None:
    """Stop and remove; what was never started is no error."""
    take_over()
    with step("Services stopped, data and compiled texts removed"), suppress(ServiceUnavailableError):
        for service, folder in ((elasticsearch, STATE_DIR), (postgresql, STATE_DIR), (postgresql, TESTS_DIR)):
            service.stop(folder)
            shutil.rmtree(system.data_dir(folder, service.SERVICE), ignore_errors=True)
        for compiled in (ROOT / "portal" / "locale").rglob("*.mo"):
            compiled.unlink()


if __name__ == "__main__":
    main()
