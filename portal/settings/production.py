"""Production: real servers and secrets from the environment; a missing one stops the start, by name."""

import logging
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DEMAND_SECOND_FACTOR, LOGGING, cache, database
from portal.settings.environment import number, required, text
from portal.settings.mail import sender

DEBUG = False
SECRET_KEY = required("SECRET_KEY")
DATABASES = {"default": database(required("DATABASE_URL"))}
ELASTICSEARCH_URL = required("ELASTICSEARCH_URL")
ALLOWED_HOSTS = [host for part in required("ALLOWED_HOSTS").split(",") if (host := part.strip())]

SITE_URL = text("SITE_URL", f"https://{ALLOWED_HOSTS[0]}").rstrip("/")
WAGTAILADMIN_BASE_URL = SITE_URL
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# The proxy in front ends TLS and says so in this header; it must set or remove it on every request.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# A browser keeps a cookie of this name only when it came from this very host over TLS.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

# Attempts to guess a password are counted over all web processes, by the address that the proxy saw.
CACHES = cache(text("REDIS_URL"), shared=True)
ALLAUTH_TRUSTED_PROXY_COUNT = number("TRUSTED_PROXIES", 1)
if not DEMAND_SECOND_FACTOR:
    raise ImproperlyConfigured("DEMAND_SECOND_FACTOR=0 is for a demonstration only; production asks for the factor.")

# Who shows this reads /healthz and /metrics without signing in; without it only the core team does.
HEALTH_TOKEN = text("HEALTH_TOKEN")

STATIC_ROOT = Path(text("STATIC_ROOT", "/srv/static"))
MEDIA_ROOT = Path(text("MEDIA_ROOT", "/srv/media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender(f"Opleidingshuis <opleidingshuis@{ALLOWED_HOSTS[0].lstrip('.')}>")

# A line per event for programs that gather them, a library's warning too.
logging.captureWarnings(True)
LOGGING["formatters"]["line"] = {"()": "portal.core.logs.JsonFormatter"}
