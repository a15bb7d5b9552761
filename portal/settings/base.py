"""Settings shared by every environment; safe by default, secrets only from the environment."""

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.settings.access import *  # noqa: F403
from portal.settings.access import ACCESS_MIDDLEWARE
from portal.settings.environment import flag, number, one_of, refused, text
from portal.settings.mail import *  # noqa: F403
from portal.settings.signin import *  # noqa: F403
from portal.settings.signin import SIGNIN_APPS, SIGNIN_MIDDLEWARE

BASE_DIR = Path(__file__).resolve().parent.parent.parent
STATE_DIR = BASE_DIR / ".local"

INSTALLED_APPS = [
    "portal",
    "home",
    "news",
    "curriculum",
    "locations",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django_tasks_db",
    *SIGNIN_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Counts what comes in and what goes out; its other half stands last.
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "portal.core.request_id.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.middleware.BrowserPolicyMiddleware",
    "portal.core.page_cache.middleware.PageCacheMiddleware",
    "portal.core.plain_text.PlainTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.api.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    *SIGNIN_MIDDLEWARE,
    *ACCESS_MIDDLEWARE,
    "portal.core.own_words.OwnWordsMiddleware",
    "portal.core.held_middleware.HeldPagesMiddleware",
    "portal.core.kept_questions.KeptQuestionsMiddleware",
    "portal.core.unchanged.UnchangedMiddleware",
    "portal.core.api.middleware.PublicApiMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "curriculum.context_processors.rhythm",
            ],
        },
    },
]


def database(url: str) -> dict[str, Any]:
    """Return Django's DATABASES entry for a `postgres://` address, one transaction per request."""
    return {
        **dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True),
        # All-or-nothing publishing; the stale-save guard locks a row and needs the transaction.
        "ATOMIC_REQUESTS": True,
    }


def cache(url: str, shared: bool = False) -> dict[str, dict[str, Any]]:
    """Return Django's CACHES: Redis where an address is given, else memory of the process, or a table to be shared."""
    if url:
        return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}}
    if shared:
        return {"default": {"BACKEND": "portal.core.shared_cache.SharedCache", "LOCATION": "portal_cache"}}
    return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


CACHES = cache(text("REDIS_URL"))
# What each web process keeps of the pages it sent; none with 0.
PAGE_CACHE_BYTES = number("PAGE_CACHE_MEGABYTES", 32) * 1024 * 1024

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "portal.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "locations.passwords.WellKnownWordsValidator", "OPTIONS": {"length": 12}},
]

LANGUAGE_CODE = "nl"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = ["portal.formats"]
USE_I18N = True
USE_TZ = True

# Folder of pg_dump, pg_restore and psql, for backups; without one they are looked for as any program.
POSTGRESQL_PROGRAMS = text("POSTGRESQL_PROGRAMS")

# Seconds between which requests are counted: what is quick, what a visitor notices, what is broken.
PROMETHEUS_LATENCY_BUCKETS = (0.025, 0.1, 0.25, 1.0, 4.0, float("inf"))

# Where backups are kept, so that one that is missing is told; without a folder nobody looks.
BACKUP_FOLDER = text("BACKUP_FOLDER")

# Where weak spots are reported, before the contact page: `mailto:…` or `https://…`.
SECURITY_CONTACT = text("SECURITY_CONTACT")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://")):
    raise refused("SECURITY_CONTACT", "must begin with mailto: or https://")

# Who of the board stands for the accessibility statement: a function, and perhaps a name and a day.
ACCESSIBILITY_SIGNED_BY = text("ACCESSIBILITY_SIGNED_BY")

# No token opens /healthz and /metrics, unless production settings name one.
HEALTH_TOKEN = ""

STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(text("MEDIA_ROOT", str(STATE_DIR / "media")))

# Links to other sites are asked for once a week, from the machine of the portal, only where this is said.
CHECK_OTHER_SITES = flag("CHECK_OTHER_SITES", False)

# The demo site, with its published passwords, is loaded where this is said and nowhere else.
DEMONSTRATION = False

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Opleidingshuis"
WAGTAILADMIN_BASE_URL = text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
# Every upload is made anew (portal.core.uploads), so a picture can be neither larger than fits in memory nor tell more
# than it shows.
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.core.uploads.forms.PictureForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "portal.PortalDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "portal.core.rich_text.RichTextArea"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no request to a third party, not even from the admin
# Reviews are a partner's own business: superusers get no mail about them.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Submitting a page for translation must never put the translation live (reference: stack.md, section 4).
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Admin search, choosers and explorer stay on PostgreSQL inside the save's transaction.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.core.search_backend", "SEARCH_CONFIG": "dutch"}}

# The public search index. An empty address means: answer from PostgreSQL.
ELASTICSEARCH_URL = text("ELASTICSEARCH_URL")
# On a cluster: several addresses with commas between them, a key, a certificate, and copies of each index.
ELASTICSEARCH_API_KEY = text("ELASTICSEARCH_API_KEY")
ELASTICSEARCH_CA_CERTS = text("ELASTICSEARCH_CA_CERTS")
ELASTICSEARCH_REPLICAS = number("ELASTICSEARCH_REPLICAS", 0)
SEARCH_INDEX_PREFIX = text("SEARCH_INDEX_PREFIX", "opleidingshuis")
# What compares the meaning of texts: `process`, `off`, or the address of a service, with its model and key.
SEARCH_ENCODER = text("SEARCH_ENCODER", "process")
SEARCH_ENCODER_MODEL = text("SEARCH_ENCODER_MODEL")
SEARCH_ENCODER_KEY = text("SEARCH_ENCODER_KEY")

# Headers for the browser (the two policies are sent by portal.core.middleware).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail itself makes the exception for the editor's preview

# A visitor gets no cookie at all; an editor gets a session that scripts cannot read.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # the editor's screens send the token from a script

LOG_LEVEL = one_of("LOG_LEVEL", "WARNING", "DEBUG", "INFO", "ERROR", "CRITICAL")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "portal.core.logs.LineFormatter"}},
    "filters": {
        "refused": {"()": "django.utils.log.CallbackFilter", "callback": "ext://portal.core.logs.without_traceback"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["refused"]}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    # One line per problem, on the console; Django's own handlers would say it twice or by mail.
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        "django.request": {"level": "ERROR"},  # a visitor's mistyped address is no problem of ours
        "django_tasks_db": {"level": "WARNING"},  # the worker of mail is started anew whenever nothing is due
        "elastic_transport": {"level": "ERROR"},  # the search app itself says once that the cluster is away
    },
}
