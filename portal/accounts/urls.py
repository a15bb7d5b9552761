"""The addresses of signing in: what is open, by allauth's own names, and after it what is closed."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as linked
from django.urls import URLPattern, URLResolver, path

from portal.accounts import openid, views
from portal.accounts.login_redirects import closed_addresses

provider_urlpatterns: list[URLPattern | URLResolver] = [
    path("account/oidc/<slug:provider_id>/login/", openid.login, name="openid_connect_login"),
    path("account/oidc/<slug:provider_id>/login/callback/", openid.callback, name="openid_connect_callback"),
]
"""Without language: the second is registered at the provider."""

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("2fa/", views.Security.as_view(), name="mfa_index"),
    path("2fa/authenticate/", factors.authenticate, name="mfa_authenticate"),
    path("2fa/reauthenticate/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("2fa/totp/activate/", views.SetUpApp.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("2fa/webauthn/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", views.AddKey.as_view(), name="mfa_add_webauthn"),
    path("2fa/webauthn/reauthenticate/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", views.RenameKey.as_view(), name="mfa_edit_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", views.RemoveKey.as_view(), name="mfa_remove_webauthn"),
    path("3rdparty/", linked.connections, name="socialaccount_connections"),
    path("3rdparty/login/cancelled/", linked.login_cancelled, name="socialaccount_login_cancelled"),
    path("3rdparty/login/error/", linked.login_error, name="socialaccount_login_error"),
    path("invitation/", views.accept_invitation, name="invitation"),
    path("invitation/<str:token>/", views.open_invitation, name="invitation_open"),
    *closed_addresses(),
]
