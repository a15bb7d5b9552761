"""The form that makes a page private: it says whom each choice means, and offers one's own people."""

from typing import Any

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import PageViewRestrictionForm
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.models import Page, PageViewRestriction

from portal.core.models.pages import PortalPage
from portal.partners.roles import groups_at

OWN = "own"
"""The choice that stands for the groups of the partner and of the core team; it is kept as those groups."""

EXPLAINED = {
    PageViewRestriction.LOGIN: _("Private, for everybody who signs in here: the people of all partners"),
    PageViewRestriction.GROUPS: _("Private, for people in the groups you tick"),
}


def own_groups(page: Page) -> list[Group]:
    """Return the groups of the partner of a page, and of the core team, which looks after all pages."""
    portal_page = PortalPage.objects.filter(pk=page.pk).select_related("partner").first()
    partner = portal_page.partner if portal_page else None
    return [*(groups_at(partner) if partner else []), *groups_at(None)]


class PrivacyForm(PageViewRestrictionForm):
    """Wagtail's form with clearer words and a choice for one's own people only."""

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = own_groups(page)
        field = self.fields["restriction_type"]
        choices = [(value, EXPLAINED.get(value, label)) for value, label in field.choices]
        own = (OWN, _("Private, for our own people only: those of this partner, and the core team"))
        field.choices = [*choices[:1], own, *choices[1:]]
        by_group = self.instance.pk and self.instance.restriction_type == PageViewRestriction.GROUPS
        if by_group and set(self.instance.groups.all()) == set(self.own):
            self.initial["restriction_type"] = OWN

    def clean_restriction_type(self) -> str:
        """Keep the choice of one's own people as the groups they are in; the groups are read after this."""
        chosen: str = self.cleaned_data["restriction_type"]
        self.own_only = chosen == OWN
        return PageViewRestriction.GROUPS if self.own_only else chosen

    def clean_groups(self) -> Any:
        """Return the groups that were ticked, or those of one's own people."""
        if getattr(self, "own_only", False):
            return Group.objects.filter(pk__in=[group.pk for group in self.own])
        return super().clean_groups()


class PrivacyView(SetPrivacyView):
    """Wagtail's screen with this form."""

    form_class = PrivacyForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Tell the form which page it is about."""
        return {**super().get_form_kwargs(), "page": self.page}
