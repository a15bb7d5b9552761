#!/usr/bin/env python
"""Entry point of Django's commands; development settings unless told otherwise."""

import os
import sys
from contextlib import suppress
from uuid import uuid4

if __name__ == "__main__":
    if os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev") != "portal.settings.production":
        from bin import services  # a server of production has no need of what brings services itself

        os.environ |= services.running()
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    from portal.core.request_id import at_work
    from portal.settings.environment import NO_DATABASE

    with suppress(ImproperlyConfigured):  # the command itself says what is wrong
        if not getattr(settings, "DATABASE_URL", True):
            raise SystemExit(NO_DATABASE)
    with at_work("job", f"{''.join(sys.argv[1:2])}-{uuid4().hex[:12]}"):
        execute_from_command_line(sys.argv)
