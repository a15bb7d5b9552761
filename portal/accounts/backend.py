"""Who may sign in at all."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from portal.core.models.users import User


class AccountBackend(AuthenticationBackend):
    """Accounts of a demonstration, whose passwords are published, open nothing where a second factor is demanded.

    Asked at signing in and at each request: a session from before counts no more either.
    """

    def user_can_authenticate(self, user: User) -> bool:
        """Whether an account may be used here and now."""
        if user.is_demonstration and settings.DEMAND_SECOND_FACTOR:
            return False
        return bool(super().user_can_authenticate(user))
