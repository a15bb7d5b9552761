"""Who keeps some pages right, and when they were last checked: no part of any version, so it comes after everything."""

from datetime import date

from home.demo.accounts import DOMAIN
from home.demo.data import read
from home.demo.site import DemoSite
from portal.core.models.pages import PortalPage
from portal.core.models.users import User


def build_checks(site: DemoSite) -> None:
    """Note of each page the day of its last check, and the people who look after it."""
    people = {user.email: user for user in User.objects.filter(is_demonstration=True)}
    for entry in read("checks"):
        who = {role: people[f"{entry[role]}@{DOMAIN}"] for role in ("keeper", "deputy") if role in entry}
        page = site.page(*entry["page"])
        PortalPage.objects.filter(pk=page.pk).update(checked_on=date.fromisoformat(entry["checked_on"]), **who)
