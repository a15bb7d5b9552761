"""`make clean`: stop this clone's services and remove their data, also where they live outside the clone."""

import shutil
from contextlib import suppress

from bin.embedded import elasticsearch, postgresql, system
from bin.embedded.system import ServiceUnavailableError
from bin.steps import ROOT, STATE_DIR, step
from bin.supervisor import take_over


def main() -> None:
    """Stop and remove; what was never started is no error."""
    take_over()
    with step("Services stopped, data and compiled texts removed"), suppress(ServiceUnavailableError):
        for service in (elasticsearch, postgresql):
            service.stop(STATE_DIR)
            shutil.rmtree(system.data_dir(STATE_DIR, service.SERVICE), ignore_errors=True)
        for compiled in (ROOT / "portal" / "locale").rglob("*.mo"):
            compiled.unlink()


if __name__ == "__main__":
    main()
