"""The way in for a new editor: shown on the first screen until something of theirs was published."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, PagePermissionTester
from wagtail_localize.models import StringTranslation

from portal.core.house_language.gate import refused
from portal.core.models.pages import PortalPage, PortalPageQuerySet
from portal.core.translations.unfinished import translation_of, untranslated
from portal.partners.access.policy import UserAccess, access_of


class FirstSteps(Component):
    """Steps from looking around to publishing; each is ticked off by what is there, not by the editor."""

    name = "first-steps"
    template_name = "portal/editors/first_steps.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Gather the steps; none for somebody without a space, or who has published."""
        return {"steps": first_steps(access_of(parent_context["request"].user))}


def first_steps(access: UserAccess) -> list[dict[str, Any]]:
    """Return the steps of a new editor, empty once something of theirs is on the site."""
    space = spaces(access).first()
    if space is None or has_published(access):
        return []
    rights, begun = space.permissions_for_user(access.user), _begun(access)
    looking = reverse("wagtailadmin_explore", args=[_way_in(access, space).pk])
    form = reverse("wagtailadmin_pages:edit", args=[begun.pk]) if begun else ""
    steps = [
        (
            _("Look around in your space"),
            _("Everything your partner publishes stands below one page."),
            looking,
            begun is not None,
        ),
        (*_making(space, rights), begun is not None),
        (
            _("Fill in what is missing"),
            _("The form says what is missing. The preview shows what a visitor will see."),
            form,
            begun is not None and _lacks_nothing(begun),
        ),
        (*_sending_on(rights), form, begun is not None and begun.current_workflow_state is not None),
    ]
    return [{"title": title, "text": text, "url": url, "done": done} for title, text, url, done in steps]


def _begun(access: UserAccess) -> PortalPage | None:
    """Return the page that somebody made, or of which they translated a text; the newest of them."""
    translated = StringTranslation.objects.filter(
        last_translated_by=access.user, context__object=OuterRef("translation_key"), locale=OuterRef("locale")
    )
    return PortalPage.objects.filter(Q(owner=access.user) | Exists(translated), alias_of=None).order_by("-pk").first()


def _way_in(access: UserAccess, space: PortalPage) -> Page:
    """Return the space in a language in which somebody has rights: a translator has none on the Dutch one."""
    return next((page for page in (space, *space.get_translations()) if access.touches(page)), space)


def _making(space: PortalPage, rights: PagePermissionTester) -> tuple[str, str, str]:
    """Return the step in which something is made; who may not make a Dutch page translates one."""
    if not rights.can_add_subpage():
        return (
            _("Translate your first page"),
            _("Choose a page in the list and press Translate."),
            reverse("translations"),
        )
    making = reverse("wagtailadmin_pages:add_subpage", args=[space.pk])
    return _("Make your first page"), _("A lab, a story or news. A draft may be unfinished."), making


def _lacks_nothing(page: PortalPage) -> bool:
    """Whether a draft could be published as it was last saved."""
    if translation := translation_of(page):
        return not untranslated(translation)
    draft = page.get_latest_revision_as_object()
    try:
        draft.full_clean()
    except ValidationError:
        return False
    return not refused(draft)


def _sending_on(rights: PagePermissionTester) -> tuple[str, str]:
    """Return the last step: publishing, after which there are no steps any more, or asking for a review."""
    if rights.can_publish():
        return _("Publish it"), _("Choose Publish at the bottom of the form. Within seconds it is on the site.")
    return _("Send it for review"), _("Choose Submit at the bottom of the form. You get a mail with the answer.")


def spaces(access: UserAccess) -> PortalPageQuerySet:
    """Return the Dutch space pages of the partners somebody works for, locations first."""
    return PortalPage.objects.originals().filter(partner__in=access.partners, is_space=True).order_by("depth", "pk")


def has_published(access: UserAccess) -> bool:
    """Whether somebody has published a page, or a page they made is on the site."""
    published = PageLogEntry.objects.filter(user=access.user, action="wagtail.publish")
    return published.exists() or PortalPage.objects.filter(owner=access.user, live=True).exists()
