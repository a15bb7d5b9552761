"""What the portal adds to the admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from portal.accounts import hooks as signin_hooks  # noqa: F401
from portal.core.uploads.forms import ProfilePictureForm
from portal.editorial import hooks as editors_hooks  # noqa: F401
from portal.editorial import save_views  # noqa: F401
from portal.editorial.freshness import hooks as freshness_hooks  # noqa: F401
from portal.editorial.house_language import hooks as house_language_hooks  # noqa: F401
from portal.editorial.links import hooks as links_hooks  # noqa: F401
from portal.editorial.translations import hooks as translations_hooks  # noqa: F401
from portal.editorial.unsent_mail import hooks as mail_hooks  # noqa: F401
from portal.partners.access import hooks as access_hooks  # noqa: F401
from portal.partners.admin_views import hooks as partners_hooks  # noqa: F401
from portal.partners.departures import hooks as departures_hooks  # noqa: F401
from portal.partners.models import Partner

AvatarSettingsPanel.form_class = ProfilePictureForm  # the picture of oneself is an upload like any other


class PartnerIndexView(IndexView):
    """The list of partners; its button leads to the screen that makes everything a partner needs."""

    def get_add_url(self) -> str | None:
        """Return the address of that screen for who may add partners."""
        return reverse("partner_new") if super().get_add_url() else None


class PartnerViewSet(SnippetViewSet):
    """The records of partners, for the core team."""

    model = Partner
    icon = "group"
    menu_order = 300
    add_to_admin_menu = True
    index_view_class = PartnerIndexView
    list_display = ["name", "kind", "formality", BooleanColumn("archived", label=_("no longer takes part"))]
    list_filter = ["kind", "formality", "archived"]
    search_fields = ["name", "short_name"]


register_snippet(PartnerViewSet)
