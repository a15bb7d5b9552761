"""Pages that were checked, and who looks at the list of those to check."""

from datetime import date
from typing import Any

from django.test import Client

from portal.core.models.pages import PortalPage
from portal.core.models.users import User

TODAY = date(2026, 11, 3)


def signed_in(user: User) -> Client:
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


def checked(page: Any, day: date | None) -> Any:
    """Note a day of checking, as the button did on that day."""
    PortalPage.objects.filter(pk=page.pk).update(checked_on=day)
    return page
