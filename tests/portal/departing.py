"""What the tests of pages that leave have in common: an editor's browser, a visitor's, and the screens."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from portal.core.models.users import User
from tests.factories import make_editor


def sign_in(user: Any) -> Client:
    """The browser of somebody."""
    client = Client()
    client.force_login(user)
    return client


def editor_of(space: Any) -> Client:
    """The browser of an editor of a space."""
    return sign_in(make_editor(space.represents))


def technical() -> Client:
    """The browser of somebody who may do everything, also delete a page with what stands below it."""
    return sign_in(User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord"))


def screen(action: str, page: Any, *more: Any) -> str:
    """The address of the screen that deletes, unpublishes or moves a page, or `bulk delete` and so on."""
    if action.startswith("bulk "):
        ids = "&".join(f"id={each.pk}" for each in (page, *more))
        return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action[5:]])}?next=/admin/&{ids}"
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk, *(each.pk for each in more)])


def text_of(answer: Any) -> str:
    """The words of a page, on one line."""
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def main_of(answer: Any) -> Any:
    """The part of a screen of the admin that is about its subject."""
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").find("main")


def read(page: Any) -> Any:
    """A page as it is in the database."""
    return Page.objects.get(pk=page.pk).specific


def led_to(address: str) -> tuple[int, str]:
    """What a visitor gets at an address: the first status, and the last address after all redirects."""
    answer = Client().get(address, follow=True)
    if not answer.redirect_chain:
        return answer.status_code, address
    assert answer.status_code in (200, 404), answer.redirect_chain
    return answer.redirect_chain[0][1], answer.redirect_chain[-1][0] if answer.status_code == 200 else "nowhere"
