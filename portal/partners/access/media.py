"""Uploads are handed out to who may see them: what a readable page shows to everyone, the rest to its owner.

Wagtail's own privacy of collections covers documents only, and the files below MEDIA_ROOT would be open to whoever
guesses their names. So every address of a file comes here, and the answer may not be kept without asking again: what
was taken offline is gone at the next request.
"""

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseForbidden
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.users.models import UserProfile

from portal.core.models.media import PortalImage, PortalRendition
from portal.partners.access.policy import access_of
from portal.partners.access.references import used_in_review, used_publicly

FACES = "avatar_images/"
"""Where Wagtail keeps profile pictures, below MEDIA_ROOT."""

AGAIN = "no-cache"
"""Keep it, but ask each time whether it may still be shown."""


@require_safe
def media_file(request: HttpRequest, path: str) -> HttpResponseBase:
    """Hand out an image in its original or another size. 404 for what is unknown, and for what one may not see."""
    if is_face(path) and (access := access_of(request.user)) and (access.is_core or access.group_names):
        return serve_privately(request, path)
    image = image_at(path)
    if image is None or not may_see(request, image):
        raise Http404
    response = serve_privately(request, path)
    response["Cache-Control"] = AGAIN if used_publicly(image, request) else f"private, {AGAIN}"
    return response


def serve_privately(request: HttpRequest, path: str) -> HttpResponseBase:
    """Hand out a file to this visitor alone."""
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response["Cache-Control"] = f"private, {AGAIN}"
    return response


def is_face(path: str) -> bool:
    """Whether a file is the profile picture of somebody: every editor meets it beside what that person did."""
    return path.startswith(FACES) and "\0" not in path and UserProfile.objects.filter(avatar=path).exists()


def may_see(request: HttpRequest, media: models.Model) -> bool:
    """Whether this visitor may see an image or document."""
    if used_publicly(media, request):
        return True
    access = access_of(request.user)
    if access.is_core:
        return True
    if not access.group_names:
        return False
    return access.media(type(media)).filter(pk=media.pk).exists() or used_in_review(media, access)


def keep_documents_private(document: models.Model, request: HttpRequest) -> HttpResponse | None:
    """Refuse a document that this visitor may not see; for Wagtail's hook before it hands one out."""
    if may_see(request, document):
        return None
    return HttpResponseForbidden()


def image_at(path: str) -> PortalImage | None:
    """Return the image that a file below MEDIA_ROOT belongs to, in its original or another size."""
    if "\0" in path:  # no file has such a name, and the database would not look for it
        return None
    if rendition := PortalRendition.objects.filter(file=path).select_related("image").first():
        return rendition.image
    return PortalImage.objects.filter(file=path).first()
