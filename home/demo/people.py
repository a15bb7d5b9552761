"""Rights of every partner, and the people who can sign in on the demo site."""

from typing import Any

from home.demo.accounts import CORE_TEAM, DEMO_ACCOUNTS, DemoAccount, Role
from home.demo.site import DemoSite
from portal.models import User
from portal.partners import rights
from portal.partners.provision import provision
from portal.partners.roles import assign

CORE_ROLES = {Role.CORE_ADMIN: rights.Role.CORE_ADMIN, Role.EDITOR: rights.Role.CORE_EDITOR}
PARTNER_ROLES = {
    Role.AUTHOR: rights.Role.AUTHOR,
    Role.EDITOR: rights.Role.EDITOR,
    Role.TRANSLATOR: rights.Role.TRANSLATOR,
}


def provision_partners(site: DemoSite) -> None:
    """Give every partner its groups, collection and workflow in both languages; formal partners first."""
    for partner in sorted(site.partners.values(), key=lambda partner: partner.formality != "formeel"):
        provision(partner)


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
    facts: dict[str, Any] = {"first_name": account.label, "is_demonstration": True}
    if account.role == Role.ADMIN:
        return User.objects.create_superuser(account.email, account.password, **facts)
    return User.objects.create_user(account.email, account.password, **facts)
