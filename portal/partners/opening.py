"""A new partner in one action: its record, its space in each language, its groups, collection and workflow.

The admin screen and `manage.py partner_add` both come here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, get_page_models
from wagtail_localize.operations import translate_object

from portal.core.models.pages import PortalPage
from portal.core.models.users import AnyUser
from portal.core.models.vocabularies import Formality, PartnerKind
from portal.partners.models import Partner
from portal.partners.provision import one_at_a_time, provision
from portal.partners.spaces import PartnerSpace


@dataclass(frozen=True, slots=True)
class PartnerData:
    """What is asked for: a partner as somebody filled it in."""

    slug: str
    name: str
    kind: str
    formality: str = Formality.EXPLORING
    linked_to: Partner | None = None
    short_name: str = ""
    sectors: Sequence[str] = ()
    languages: Sequence[str] = field(default_factory=lambda: other_languages())
    """Languages of the space beside Dutch."""


def other_languages() -> list[str]:
    """Return the languages of the site beside Dutch."""
    codes = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("pk")
    return list(codes.values_list("language_code", flat=True))


@transaction.atomic
def open_partner(order: PartnerData, user: AnyUser | None = None) -> Partner:
    """Make the partner and everything it needs; a second time adds what is missing and changes nothing else.

    Asked again with another formality, link or list of sectors, the partner and its rights are adapted. The space
    starts as a draft in each language: an empty page is nothing for visitors. Raises ValidationError per field.
    """
    one_at_a_time()
    partner = _record(order, user)
    space = partner.spaces.filter(locale__language_code=settings.LANGUAGE_CODE).first() or _space(partner, user)
    for code in order.languages:
        _translation(space, code, user)
    return provision(partner)


def space_type(kind: str) -> type[Any]:
    """Return the page type of the space of a kind of partner; raises LookupError when there is none."""
    for model in get_page_models():
        if issubclass(model, PartnerSpace) and kind in model.space_of:
            return model
    raise LookupError(f"no page type is the space of a {kind}")


def _record(order: PartnerData, user: AnyUser | None) -> Partner:
    partner = Partner.objects.filter(slug=order.slug).first()
    new = partner is None
    if partner is None:
        partner = Partner(slug=order.slug, name=order.name, kind=order.kind)
    elif (partner.name, partner.kind) != (order.name, order.kind):
        raise ValidationError({"slug": _("This short name already belongs to %(name)s.") % {"name": partner.name}})
    elif partner.archived:
        message = _("%(name)s took part before. Let it take part again from the list of partners.")
        raise ValidationError({"slug": message % {"name": partner.name}})
    asked = {
        "formality": order.formality,
        "linked_to": order.linked_to,
        "short_name": order.short_name or partner.short_name,
        "sectors": list(order.sectors) or partner.sectors,
    }
    changes = {name: value for name, value in asked.items() if getattr(partner, name) != value}
    for name, value in changes.items():
        setattr(partner, name, value)
    if new or changes:
        partner.full_clean()
        partner.save()
        log(instance=partner, action="wagtail.create" if new else "wagtail.edit", user=user)
    return partner


def _space(partner: Partner, user: AnyUser | None) -> PortalPage:
    """Make the Dutch page of the space, as a draft."""
    model = space_type(PartnerKind(partner.kind))
    parent = _parent(model)
    if parent.get_children().filter(slug=partner.slug).exists():
        message = _("Below “%(parent)s” stands already a page with this address.") % {"parent": parent.title}
        raise ValidationError({"slug": message})
    space = model(title=partner.name, slug=partner.slug, represents=partner, live=False, owner=user)
    space.locale = parent.locale
    parent.add_child(instance=space)
    log(instance=space, action="wagtail.create", user=user)
    space.save_revision(user=user)
    return space


def _parent(model: type[PortalPage]) -> Page:
    """Return the Dutch page below which spaces of a type stand."""
    for parent_model in model.allowed_parent_page_models():
        dutch = parent_model.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
        if parent := dutch.order_by("-live", "path").first():
            return parent
    names = ", ".join(str(parent._meta.verbose_name) for parent in model.allowed_parent_page_models())
    raise ValidationError(_("The site has no page yet for this space to stand below: %(type)s.") % {"type": names})


def _translation(space: PortalPage, code: str, user: AnyUser | None) -> None:
    """Have the space translated as an editor would, so that its texts wait in the translation screen."""
    locale = Locale.objects.filter(language_code=code).first()
    if locale is None:
        raise ValidationError({"languages": _("The site has no language “%(code)s”.") % {"code": code}})
    if locale.pk == space.locale_id:
        return
    existing = space.get_translation_or_none(locale)
    if existing is not None and not existing.alias_of_id:
        return
    parent = space.get_parent()
    if not parent.has_translation(locale):
        message = _("“%(parent)s” has no translation in this language (%(code)s) yet. Have that page translated first.")
        raise ValidationError({"languages": message % {"parent": parent.title, "code": code}})
    translate_object(space.specific, [locale], user=user)
    if not space.has_translation(locale):
        raise ValidationError({"languages": _("The page in “%(code)s” could not be made.") % {"code": code}})
