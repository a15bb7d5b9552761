"""Tags in the filters of lists and choosers: only those of images and documents that somebody may use.

Wagtail offers the most used tags of the whole site, and a tag can be the name of a pupil or of a plan.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest
from taggit.models import Tag
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.documents.views.documents import IndexView as DocumentsView
from wagtail.images.views.chooser import ImageChooseView
from wagtail.images.views.chooser import viewset as image_chooser
from wagtail.images.views.images import ImagesFilterSet
from wagtail.images.views.images import IndexView as ImagesView

from portal.partners.access.policy import access_of

OFFERED = 10
"""How many tags Wagtail offers."""


def known_tags(request: HttpRequest, model: type[models.Model]) -> models.QuerySet[Tag]:
    """Return the tags that are most used on what this person may use, the most used first."""
    items = access_of(request.user).media(model).order_by().values("pk")
    used = {
        "taggit_taggeditem_items__content_type": ContentType.objects.get_for_model(model),
        "taggit_taggeditem_items__object_id__in": items,
    }
    counted = Tag.objects.filter(**used).annotate(times=models.Count("taggit_taggeditem_items"))
    return counted.order_by("-times", "name")[:OFFERED]


def _offer_known_tags(filters: DocumentsFilterSet | ImagesFilterSet) -> None:
    if field := filters.filters.get("tag"):
        names = [tag.name for tag in known_tags(filters.request, filters._meta.model)]
        field.extra["choices"] = [(name, name) for name in names]
        if not names:
            del filters.filters["tag"]


class KnownTagsOfImages(ImagesFilterSet):
    """The filters of the list of images."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_known_tags(self)


class KnownTagsOfDocuments(DocumentsFilterSet):
    """The filters of the list of documents."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_known_tags(self)


class KnownTagsChooser(ImageChooseView):
    """The chooser of images."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Put the known tags in the place of those of the whole site."""
        return {**super().get_context_data(**kwargs), "popular_tags": known_tags(self.request, self.model)}


def register() -> None:
    """Let Wagtail's screens use these: it has no setting for the filters of media."""
    ImagesView.filterset_class = KnownTagsOfImages
    DocumentsView.filterset_class = KnownTagsOfDocuments
    image_chooser.choose_view_class = KnownTagsChooser
