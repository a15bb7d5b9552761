"""Signing in: one door for everyone who has an account, its limits, and how long it stays open. Part of `base`."""

from portal.accounts.providers import apps_from, read_providers
from portal.settings.environment import flag, number, text

SIGNIN_APPS = [
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]
SIGNIN_MIDDLEWARE = [
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.SessionLimitsMiddleware",
    "portal.accounts.middleware.SecondFactorMiddleware",
]

AUTHENTICATION_BACKENDS = ["portal.accounts.backend.AccountBackend"]

# Every form for a password that Wagtail brings leads to this one (portal.accounts.login_redirects).
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "portal.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody can sign up, but this is how allauth knows of passwords
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account begins with an invitation that arrived at the address
ACCOUNT_SESSION_REMEMBER = False  # closing the browser ends the session
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Passwords are guessed slowly: per account, and per address of the network. Signing in elsewhere is not counted.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/15m/ip,5/15m/key",
    "reauthenticate": "10/m/user",
    # Questions of visitors (locations.contact): per address of the network, and to one contact.
    "contact": "5/10m/ip,60/h/key",
    # The others are of portal.core.limits: an address may search, see suggestions while typing, and send forms.
    "search": "60/m/ip",
    "suggestions": "300/m/ip",
    "form": "20/m/ip",
}
# How many proxies of our own stand in front; without one, X-Forwarded-For is a visitor's invention.
ALLAUTH_TRUSTED_PROXY_COUNT = number("TRUSTED_PROXIES", 0)

MFA_ADAPTER = "portal.accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Opleidingshuis"

SOCIALACCOUNT_ADAPTER = "portal.accounts.adapters.ProviderAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
OPENID_PROVIDERS = read_providers(text("OPENID_PROVIDERS"))
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "portal.accounts.openid.Provider",
        "OAUTH_PKCE_ENABLED": True,
        "APPS": apps_from(OPENID_PROVIDERS),
    }
}

# Whoever may open the admin shows a second factor. Only a demonstration may do without.
DEMAND_SECOND_FACTOR = flag("DEMAND_SECOND_FACTOR", True)

SIGNIN_IDLE_SECONDS = 60 * 60
SIGNIN_TOTAL_SECONDS = 12 * 60 * 60
SESSION_COOKIE_AGE = SIGNIN_TOTAL_SECONDS
SIGNIN_EVENTS_KEPT_DAYS = 365
INVITATION_DAYS = 7
