"""Where an editor says whether a mail about pages to check is wanted."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.users.models import UserProfile

from portal.core.models.users import User
from portal.partners.access.policy import access_of


class CheckMailForm(forms.ModelForm):
    """What somebody chooses for themselves."""

    class Meta:
        model = User
        fields = ("wants_check_mail",)


class CheckMailPanel(BaseSettingsPanel):
    """The choice among somebody's own settings; for who writes for a partner or the core team."""

    name = "checks"
    title = gettext_lazy("Pages to check")
    tab = notifications_tab
    order = 210
    form_class = CheckMailForm

    def is_active(self) -> bool:
        """Show it to who looks after pages."""
        access = access_of(self.user)
        return access.is_core or bool(access.partners)


def check_mail_panel(request: HttpRequest, user: User, profile: UserProfile) -> CheckMailPanel:
    """Return the panel, for the hook of Wagtail."""
    return CheckMailPanel(request, user, profile)
