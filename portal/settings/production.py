"""Production: real servers and secrets from the environment; a missing one stops the start, by name."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403
from portal.settings.base import DEMAND_SECOND_FACTOR, cache, database


def required(name: str) -> str:
    """Return a variable of the environment; raise ImproperlyConfigured when it is missing or empty."""
    if value := os.environ.get(name):
        return value
    raise ImproperlyConfigured(f"Set the environment variable {name}; docs/deployment.md tells what it is for.")


DEBUG = False
SECRET_KEY = required("SECRET_KEY")
DATABASES = {"default": database(required("DATABASE_URL"))}
ELASTICSEARCH_URL = required("ELASTICSEARCH_URL")
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",")]

SITE_URL = os.environ.get("SITE_URL", f"https://{ALLOWED_HOSTS[0]}")
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
CACHES = cache(os.environ.get("REDIS_URL", ""), shared=True)
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "1"))
if not DEMAND_SECOND_FACTOR:
    raise ImproperlyConfigured("DEMAND_SECOND_FACTOR=0 is for a demonstration only; production asks for the factor.")

STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", "/srv/static"))
MEDIA_ROOT = Path(os.environ.get("MEDIA_ROOT", "/srv/media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

if os.environ.get("EMAIL_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = os.environ["EMAIL_HOST"]
    EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
    EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
    EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
    EMAIL_USE_TLS = True
