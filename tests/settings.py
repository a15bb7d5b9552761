"""Tests: real PostgreSQL and Elasticsearch, fast password hashing, mail kept in memory."""

import os

from bin import services
from bin.embedded import postgresql

os.environ |= services.running(for_tests=True)

from portal.settings.dev import *  # noqa: F403
from portal.settings.dev import ACCOUNT_RATE_LIMITS, DATABASE_URL, DATABASES, STATE_DIR, cache

DEBUG = False
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",  # as the accounts of the demo have them
]
DEMAND_SECOND_FACTOR = False  # tests of the factor ask for it; the others sign in without
POSTGRESQL_PROGRAMS = os.environ.get("POSTGRESQL_PROGRAMS") or str(postgresql.binaries())
# All tests come from one address; those of a limit ask for it.
ACCOUNT_RATE_LIMITS = ACCOUNT_RATE_LIMITS | {"search": "", "suggestions": "", "form": ""}
# The sites that browser tests drive run in several processes.
CACHES = cache("", shared="PORTAL_TEST_SHARES_CACHE" in os.environ)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# Several people may test on one server at once, and each in several processes: all have a database, search
# indices and a media folder of their own. (pytest-django adds the process to the database's name itself.)
_SUFFIX = os.environ.get("PORTAL_TEST_DATABASE_SUFFIX", "")
_PROCESS = "-".join(filter(None, ["test", _SUFFIX.strip("_"), os.environ.get("PYTEST_XDIST_WORKER", "")]))
SEARCH_INDEX_PREFIX = _PROCESS
SEARCH_ENCODER = "off"  # tests of meaning ask for it; the others need not wait for it
if "PORTAL_TEST_SHARES_CACHE" not in os.environ:
    PAGE_CACHE_BYTES = 0  # tests of the page cache ask for it; the others look at pages that are made for them
MEDIA_ROOT = STATE_DIR / "media-of-tests" / _PROCESS
if DATABASE_URL:
    DATABASES["default"]["TEST"] = {"NAME": f"test_portal{_SUFFIX}"}
