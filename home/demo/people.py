"""Rights of every partner, and the people who can sign in on the demo site."""

from django.contrib.auth.models import Group

from home.demo.accounts import DEMO_ACCOUNTS, DemoAccount, Role
from home.demo.site import DemoSite
from portal.models import User
from portal.partners.provision import provision

CORE_GROUP = "Moderators"
"""Wagtail's own group that may publish everywhere; the core team works on all general pages."""


def provision_partners(site: DemoSite) -> None:
    """Give every partner its groups, collection and workflow in both languages; formal partners first."""
    for partner in sorted(site.partners.values(), key=lambda partner: partner.formality != "formeel"):
        provision(partner)


def build_accounts(site: DemoSite) -> None:
    """Make the demo accounts."""
    for account in DEMO_ACCOUNTS:
        user = _user(account)
        partner = site.partners[account.partner]
        groups = {Role.AUTHOR: partner.authors, Role.TRANSLATOR: partner.translators}
        user.groups.set([group for group in [groups.get(account.role, partner.editors)] if group])
        if account.partner == "kernteam":
            user.groups.add(Group.objects.get(name=CORE_GROUP))


def _user(account: DemoAccount) -> User:
    if account.role == Role.ADMIN:
        return User.objects.create_superuser(account.email, account.password, first_name=account.label)
    return User.objects.create_user(account.email, account.password, first_name=account.label)
