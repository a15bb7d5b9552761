"""Development: a throw-away secret and debug pages.

Nothing is started here. `make` starts services and says where they are; `manage.py` finds those of this clone that run.
"""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import LOGGING, STATIC_ROOT, cache, database
from portal.settings.environment import flag, text

DEBUG = flag("DEBUG", True)
DEMONSTRATION = True
SECRET_KEY = "development-only-never-in-production"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver"]
INTERNAL_IPS = ["127.0.0.1"]

DATABASE_URL = text("DATABASE_URL")
DATABASES = {"default": database(DATABASE_URL)} if DATABASE_URL else {}
ELASTICSEARCH_URL = text("ELASTICSEARCH_URL")
# What the worker publishes, the server shows at once.
CACHES = cache(text("REDIS_URL"), shared=True)

# Nothing is collected here, but whitenoise warns of a folder that is not there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

LOGGING["loggers"]["django.server"] = {"handlers": [], "level": "ERROR", "propagate": False}

# Security keys work on this machine without TLS.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
