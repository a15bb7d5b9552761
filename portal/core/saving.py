"""What a form knows of the page it saves: which revisions it has seen, which rows, and when it was typed in.

One form saves a page in many ways at once: autosave, a button, a second press, a request whose answer was lost. All of
that is its own work and never a conflict; a revision of somebody else is, and so is one of another window of the same
person. See docs/decisions/0011-saving-in-any-order.md.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing
from django.db.models import Q
from django.db.models.fields.json import KT
from django.http import QueryDict
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

from portal.core.models.users import AnyUser

if TYPE_CHECKING:
    from portal.core.forms import PortalPageForm


SALT = "portal.new-page"
FORM_KEY = "form_key"
TYPED_AT = "typed_at"
MOST_ROWS = 2000


class Unseen(forms.CharField):
    """A hidden field about the form itself: never required, never a change of the page."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def has_changed(self, initial: object, data: object) -> bool:
        """Say no: it is not part of the page."""
        return False


def new_form_key(page: Page, user: AnyUser | None, parent: Page | None) -> str:
    """Return the key of a form that is being opened; the key of a new page also names the page it will make.

    It is signed with who makes what where, because it becomes the page's translation key: nobody may choose that.
    """
    if page.pk or parent is None or user is None:
        return uuid4().hex
    return signing.dumps([uuid4().hex, user.pk, parent.pk, page._meta.label_lower], salt=SALT)


def key_of_new_page(data: Mapping[str, Any], user: AnyUser, parent: Page, model: type[Page]) -> UUID | None:
    """Return the translation key that a posted form of a new page carries; None for one that we did not make."""
    try:
        key, *about = signing.loads(str(data.get(FORM_KEY, "")), salt=SALT)
    except signing.BadSignature:
        return None
    return UUID(key) if about == [user.pk, parent.pk, model._meta.label_lower] else None


def typing(data: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the key of the form and the moment (milliseconds, the browser's clock) its words were read from it."""
    key, at = str(data.get(FORM_KEY, "")), str(data.get(TYPED_AT, ""))
    if not re.fullmatch(r"[A-Za-z0-9:_-]{1,250}", key):
        return None
    return {"key": key, "at": int(at) if re.fullmatch(r"[0-9]{1,15}", at) else 0}


def newer_words_saved(page: Page, user: AnyUser, data: Mapping[str, Any]) -> bool:
    """Whether the same form has saved words that were typed later: a slow request came in after a quick one."""
    typed = typing(data)
    if not typed or not typed["at"]:
        return False
    own = page.revisions.filter(user=user, content__typed__key=typed["key"]).order_by("-pk")
    saved = own.values_list("content__typed__at", flat=True).first()
    return bool(saved and saved > typed["at"])


def number(text: object) -> int:
    """Return the key in a posted field, and 0 for anything else."""
    said = str(text or "")
    return int(said) if re.fullmatch(r"[0-9]{1,18}", said) else 0


def overtaken(page: Page, user: AnyUser, data: Mapping[str, Any]) -> Revision | None:
    """Return a revision that a posted form does not know and did not make itself, one by somebody else before an own.

    A form knows what it was loaded with and what its own autosave made. Wagtail's autosave overwrites a revision in
    place, so one of another form counts as seen only with the moment it was last written.
    """
    loaded, key = number(data.get("loaded_revision_id")), (typing(data) or {}).get("key")
    seen = max(loaded, number(data.get("overwrite_revision_id")))
    newer = Revision.objects.for_instance(page).filter(Q(pk__gt=seen) | Q(pk=loaded)).defer("content")
    unseen = [
        revision
        for revision in newer.annotate(form=KT("content__typed__key")).order_by("-pk")
        if not (revision.user_id == user.pk and revision.form and revision.form == key)
        and (revision.pk > seen or revision.created_at.isoformat() != data.get("loaded_revision_created_at"))
    ]
    return min(unseen, key=lambda revision: revision.user_id == user.pk, default=None)


def with_whole_rows(
    form_class: "type[PortalPageForm]", page: Page, data: Mapping[str, Any], skipped: set[str]
) -> QueryDict | dict[str, Any]:
    """Make the posted rows the whole truth about the rows of a page, and return the data to bind.

    When the answer to an autosave was lost, the page has rows of which the form does not know the number: they would
    be there twice. When a row was removed in another tab, the form names a row that is no more: it is a new one then.
    """
    whole: QueryDict | dict[str, Any] = data.copy() if isinstance(data, QueryDict) else dict(data)
    for name, rows_class in form_class.formsets.items():
        if name in skipped or f"{name}-TOTAL_FORMS" not in whole:
            continue
        relation = rows_class.fk.remote_field.get_accessor_name()
        rows = list(getattr(page, relation).all()) if page.pk else []
        known, named = {row.pk for row in rows if row.pk}, set()
        for position in range(min(number(whole.get(f"{name}-INITIAL_FORMS")), MOST_ROWS)):
            field = f"{name}-{position}-id"
            key = number(whole.get(field))
            whole[field] = str(key) if key in known else ""
            named.add(key)
        if relation != COMMENTS_RELATION_NAME and known - named:
            getattr(page, relation).set([row for row in rows if row.pk in named])
    return whole
