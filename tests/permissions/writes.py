"""Reading from the database what a request changed, and whether anything of another partner did."""

from types import SimpleNamespace
from typing import Any

from django.db import connection

NOT_CONTENT = (
    "django_session",
    "portal_portalrendition",
    "wagtailadmin_editingsession",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailusers_userprofile",
)
"""Tables in which being signed in, having a page open, or reading leaves a trace: which does, chance decides."""

PUBLISHED = """
    SELECT md5(coalesce(string_agg(concat_ws(',', id, live, live_revision_id, title, url_path), ';' ORDER BY id), ''))
    FROM wagtailcore_page WHERE live
"""

WRITTEN = """
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_xact_user_tables
    WHERE relname <> ALL (%s)
"""

OF_A_PARTNER = {
    "wagtailcore_page": "path LIKE %(path)s OR path LIKE %(english)s",
    "portal_portalpage": "partner_id = %(partner)s",
    "wagtailcore_revision": "object_id = ANY(%(pages)s)",
    "wagtailcore_taskstate": "id = %(task)s",
    "wagtailcore_comment": "page_id = ANY(%(page_keys)s)",
    "portal_portalimage": "collection_id = %(collection)s",
    "portal_portaldocument": "collection_id = %(collection)s",
    "wagtailcore_collection": "id = %(collection)s",
    "wagtail_localize_translation": "id = %(translation)s",
    "portal_partner": "id = %(partner)s",
    "portal_user": "id = %(user)s",
    "portal_user_groups": "user_id = %(user)s",
    "wagtailcore_grouppagepermission": "group_id = %(group)s",
    "locations_trajectory": "partner_id = %(partner)s",
}
"""What belongs to a partner, per table."""


def rows_written() -> int:
    """Return how many rows this transaction wrote so far, rolled back ones included."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, [list(NOT_CONTENT)])
        return int(cursor.fetchone()[0])


def published() -> str:
    """Return a digest of what visitors can read."""
    with connection.cursor() as cursor:
        cursor.execute(PUBLISHED)
        return str(cursor.fetchone()[0])


def belongings(bundle: SimpleNamespace) -> dict[str, str]:
    """Return a digest per table of everything a partner has."""
    values = _values(bundle)
    found = {}
    with connection.cursor() as cursor:
        for table, condition in OF_A_PARTNER.items():
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {table} t WHERE {condition}",
                values,
            )
            found[table] = cursor.fetchone()[0]
    return found


def _values(bundle: SimpleNamespace) -> dict[str, Any]:
    if not hasattr(bundle, "keys"):
        english = bundle.space.get_translations().first()
        bundle.english_path = english.path
        pages = bundle.space.get_descendants(inclusive=True) | english.get_descendants(inclusive=True)
        bundle.keys = list(pages.values_list("pk", flat=True))
    return {
        "path": f"{bundle.space.path}%",
        "english": f"{bundle.english_path}%",
        "partner": bundle.partner.pk,
        "pages": [str(key) for key in bundle.keys],
        "page_keys": bundle.keys,
        "task": bundle.review.current_workflow_task_state.pk,
        "collection": bundle.collection.pk,
        "translation": bundle.translation.pk,
        "user": bundle.user.pk,
        "group": bundle.group.pk,
    }
