"""An editor never waits for the search worker: deleting, moving and unpublishing go on while it writes."""

from threading import Event

from django.db import connection, transaction
from wagtail.models import Page

from search.documents import PAGE
from search.models import StoredDocument
from search.stored_documents import update_documents
from search.worker import sync_once
from tests.factories import House, make_lab, make_location
from tests.race_plugin import together


def test_pages_are_deleted_moved_and_taken_offline_while_the_worker_writes_them(committed_house: House) -> None:
    school, other = (make_location(committed_house.locations, slug) for slug in ("academie-tien", "nxt-doorn"))
    gone, moved, offline = (make_lab(school, slug) for slug in ("weg", "elders", "dicht"))
    branch = [(PAGE, page.pk) for page in Page.objects.filter(path__startswith=school.path)]
    update_documents(branch)
    writing, done = Event(), Event()

    def worker() -> None:
        with transaction.atomic():
            update_documents(branch)
            writing.set()
            assert done.wait(timeout=30)

    def editor() -> None:
        assert writing.wait(timeout=30)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '3s'")
            Page.objects.get(pk=moved.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
            Page.objects.get(pk=offline.pk).specific.unpublish()
            Page.objects.get(pk=gone.pk).specific.delete()
            Page.objects.get(pk=school.pk).specific.unpublish()
        finally:
            done.set()

    assert together(worker, editor) == [None, None]

    while sync_once():
        pass
    left = set(StoredDocument.objects.exclude(page=None).values_list("page_id", flat=True))
    assert not left & {gone.pk, offline.pk, school.pk}
    assert {moved.pk, other.pk} <= left
