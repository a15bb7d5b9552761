"""Headers that tell a browser what a page may do: strict for visitors, a little wider for the editors' screens."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from portal.core.view_paths import path_to

# What the editor needs beyond the public policy: Wagtail starts rows, choosers and date fields of a form from
# scripts in the page and the rich text editor writes style attributes; a preview is a frame, an upload is shown
# from memory before it is saved. No evaluated code, nothing from elsewhere.
EDITOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


class BrowserPolicyMiddleware(CSPMiddleware):
    """Add `Content-Security-Policy` and `Permissions-Policy` to every answer."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Add the headers: no page uses a sensor, a camera, a payment or someone's place, or is part of another site.

        The data that other sites may read in a browser say so themselves (CORS), which this does not touch.
        """
        response = super().process_response(request, response)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """Widen the policy on the editors' screens and in previews only."""
        parts = super().get_policy_parts(request, response, report_only)
        # A preview is answered as a request for the page itself, so its address does not tell.
        if getattr(request, "is_preview", False) or request.path_info.startswith(path_to("wagtailadmin_home")):
            parts.replace = {**EDITOR_POLICY, **(parts.replace or {})}
        return parts
