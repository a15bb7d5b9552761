"""Addresses: the admin and media without language, everything a visitor reads below /nl/ and /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.db.transaction import non_atomic_requests
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.accounts.login_redirects import WAGTAILS_SIGN_IN, to_our_sign_in
from portal.accounts.urls import provider_urlpatterns
from portal.core.away import health
from portal.core.probes import livez, readyz
from portal.core.seo.views import favicon, robots, security, sitemap
from portal.core.views import serve, untranslated
from portal.editorial.guest_views import draft_image, read_along
from portal.editorial.health_views import healthz, metrics

# 503 when a part is away, in place of the 500 of a fault.
handler500 = "portal.core.away.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("portal.partners.access.urls")),
    *WAGTAILS_SIGN_IN,
    *provider_urlpatterns,
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("home.api.urls")),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security, name="security"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("health/", health, name="health"),
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("healthz", healthz, name="healthz"),
    path("metrics", metrics, name="metrics"),
    path("favicon.ico", favicon, name="favicon"),
]

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("curriculum.urls")),
    path("", include("news.urls")),
    path("", include("locations.urls")),
    path("", include("home.urls")),
    path("meelezen/<str:token>/", read_along, name="guest_review"),
    path("meelezen/<str:token>/beeld/<path:path>", draft_image, name="guest_review_image"),
    path("untranslated/<int:page_id>/", untranslated, name="untranslated"),
    path("account/", include("portal.accounts.urls")),
    path("_util/login/", to_our_sign_in, name="login_redirect_page"),
    # Wagtail's own addresses, of which the last serves pages. Reading a page changes nothing, so it needs no
    # transaction around it.
    *wagtail_urls.urlpatterns[:-1],
    re_path(wagtail_urls.serve_pattern, non_atomic_requests(serve), name="wagtail_serve"),
    prefix_default_language=True,
)
