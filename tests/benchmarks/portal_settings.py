"""The portal as in production, without what stands in front of it: no TLS, and static files under their own names."""

from portal.settings.environment import number
from portal.settings.production import *  # noqa: F403
from portal.settings.production import ACCOUNT_RATE_LIMITS

# Everything is asked from one address.
ACCOUNT_RATE_LIMITS = ACCOUNT_RATE_LIMITS | {"search": "", "suggestions": "", "form": ""}
SECURE_SSL_REDIRECT = False
PAGE_CACHE_BYTES = number("PAGE_CACHE_MEGABYTES", 0) * 1024 * 1024  # pages are made, unless it is said
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
