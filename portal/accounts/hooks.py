"""What signing in adds to the admin: inviting people, and the way to one's own second factor."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_passes_test
from wagtail.admin.menu import MenuItem

from portal.accounts import admin_views
from portal.accounts.translator_languages import TranslatorLanguages
from portal.partners.access.rules import admins, anyone
from portal.partners.access.view_rules import add_view_rules

add_view_rules({"invitations": admins, "invitation_withdraw": admins, "translator_languages": admins})
add_view_rules({"login_redirect_admin": anyone, "login_redirect_password_reset": anyone})


class InviteMenuItem(MenuItem):
    """A menu item for who may invite."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to whoever may invite."""
        return admin_views.may_invite(request.user)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Return the addresses of inviting."""
    guarded = user_passes_test(admin_views.may_invite)
    return [
        path("uitnodigingen/", guarded(admin_views.invitations), name="invitations"),
        path("uitnodigingen/<int:pk>/intrekken/", guarded(admin_views.withdraw), name="invitation_withdraw"),
        path(
            "uitnodigingen/talen/<int:partner_id>/<int:user_id>/",
            guarded(TranslatorLanguages.as_view()),
            name="translator_languages",
        ),
    ]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    """Return the menu item of inviting."""
    return InviteMenuItem(_("Invite"), reverse("invitations"), icon_name="mail", order=310)


@hooks.register("register_account_menu_item")
def own_security(request: HttpRequest) -> dict[str, object]:
    """Lead from one's account to the second factor, the security keys and the linked institution."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Signing in and security"),
        "help_text": _("Your app with codes, security keys, recovery codes and the sign-in of your institution."),
    }
