"""Rights of every partner, and the people who can sign in on the demo site."""

from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from home.demo.accounts import CORE_TEAM, DEMO_ACCOUNTS, DemoAccount, Role
from home.demo.site import DemoSite
from portal.core.models.users import User
from portal.partners import rights
from portal.partners.assignment import assign
from portal.partners.provision import follow

QUICK = PBKDF2PasswordHasher()
ITERATIONS = 1000
"""The passwords of the demo are published, so many iterations protect nobody; Django renews one when it is used."""

CORE_ROLES = {Role.CORE_ADMIN: rights.Role.CORE_ADMIN, Role.EDITOR: rights.Role.CORE_EDITOR}
PARTNER_ROLES = {
    Role.AUTHOR: rights.Role.AUTHOR,
    Role.EDITOR: rights.Role.EDITOR,
    Role.TRANSLATOR: rights.Role.TRANSLATOR,
}


def provision_partners(site: DemoSite) -> None:
    """Give every partner its groups, collection and workflow in both languages; formal partners first."""
    follow(*sorted(site.partners.values(), key=lambda partner: partner.formality != "formeel"))


def build_accounts(site: DemoSite) -> None:
    """Make the demo accounts."""
    for account in DEMO_ACCOUNTS:
        user = _user(account)
        partner = site.partners[account.partner]
        if account.partner == CORE_TEAM:
            if account.role in CORE_ROLES:
                assign(user, None, CORE_ROLES[account.role])
            assign(user, partner, rights.Role.EDITOR)
        else:
            assign(user, partner, PARTNER_ROLES[account.role])


def _user(account: DemoAccount) -> User:
    """Make the account; its password is kept as any other is from the first time somebody signs in with it."""
    first, _space, last = account.label.partition(" ")
    facts: dict[str, Any] = {"first_name": first, "last_name": last, "is_demonstration": True}
    make = User.objects.create_superuser if account.role == Role.ADMIN else User.objects.create_user
    user = make(account.email, None, **facts)
    user.password = QUICK.encode(account.password, QUICK.salt(), iterations=ITERATIONS)
    user.save(update_fields=["password"])
    return user
