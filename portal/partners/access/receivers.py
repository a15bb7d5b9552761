"""The last gate before the database: nothing is kept that refers to what its author may not use, by whatever road."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision

from portal.core.forms import PortalPageForm, register_refusal
from portal.partners.access.policy import access_of
from portal.partners.access.references import (
    is_content,
    references_in_form,
    references_of,
    uses_what_is_not_theirs,
)


def uses_in_form_what_is_not_theirs(form: PortalPageForm) -> bool:
    """Ask before a form is shown again; what is kept is asked about once more on its way to the database."""
    return uses_what_is_not_theirs(access_of(form.for_user), form.instance, references_in_form(form))


register_refusal(uses_in_form_what_is_not_theirs)


@receiver(pre_save)
def keep_nothing_that_is_not_theirs(instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """Raise PermissionDenied for a draft, page or central object with a reference that its author may not make.

    Forms ask the same before they show anything. This is for what passes no form: texts and values of translations,
    files of texts, earlier versions, copies. The author is the person whom Wagtail writes in its log; commands and
    the night have none.
    """
    author = get_active_log_context().user
    if author is None or raw or not (isinstance(instance, Revision) or is_content(type(instance))):
        return
    access = access_of(author)
    if access.is_core:
        return
    kept = instance.as_object() if isinstance(instance, Revision) else instance
    if uses_what_is_not_theirs(access, kept, references_of(kept)):
        raise PermissionDenied
