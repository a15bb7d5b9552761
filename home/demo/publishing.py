"""Putting pages live in one step, where nobody else is at work and nothing waits for an hour of its own."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from portal.afterwards import Afterwards


def add_below(parent: Page, page: Page) -> None:
    """Put a new page below its parent, which knows afterwards which rows it has: nobody looks for others."""
    given = dict(getattr(page, "_cluster_related_objects", {}))
    parent.add_child(instance=page)
    for relation in get_all_child_relations(page):
        name = relation.get_accessor_name()
        setattr(page, name, given.get(name, []))


def publish(page: Page, revision: Revision) -> None:
    """Put a page live as it was saved a moment ago, with a revision that says the same.

    The rows are those that `revision.publish()` leaves behind; that reads the page again from its revision and writes
    all of it a second time.
    """
    now = timezone.now()
    Page.objects.filter(pk=page.pk).update(
        live=True,
        has_unpublished_changes=False,
        live_revision=revision,
        first_published_at=now,
        last_published_at=now,
    )
    page_published.send(sender=type(page), instance=page, revision=revision)
    log_publications((page, revision))


def _log(publications: Iterable[tuple[Page, Revision]]) -> None:
    types = ContentType.objects.get_for_model
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=page,
            content_type=types(page),
            label=page.get_admin_display_title(),
            action="wagtail.publish",
            timestamp=timezone.now(),
            revision=revision,
            content_changed=True,
        )
        for page, revision in publications
    )


log_publications = Afterwards("publications", _log)
"""Writes down in the history of pages that they were published."""
