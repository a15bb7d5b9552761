"""A part that is away is said as it is, in the language of the address; a full disk breaks no page."""

import errno
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import connections
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from redis.exceptions import ConnectionError as RedisIsAwayError
from wagtail.images.tests.utils import get_test_image_file
from wagtail.users.models import UserProfile

from bin.embedded.system import free_port
from portal.core import away, navigation
from portal.core.models.media import PortalImage
from portal.core.models.users import User
from portal.partners.provision import provision_core_team
from portal.partners.rights import Role
from portal.partners.roles import core_group
from tests.factories import House

SIGNED_IN = {settings.SESSION_COOKIE_NAME: "a" * 32}


@pytest.fixture
def without_database(django_db_blocker: Any) -> Iterator[None]:
    """Nobody listens where the database should be."""
    connection = connections["default"]
    connection.close()
    before = dict(connection.settings_dict)
    connection.settings_dict.update(HOST="127.0.0.1", PORT=str(free_port()))
    with django_db_blocker.unblock():
        yield
    connection.close()
    connection.settings_dict.update(HOST=before["HOST"], PORT=before["PORT"])


def addresses() -> list[str]:
    """Every address that takes no argument, and pages, files and odd ones in both languages."""
    found = {
        "/",
        "/nl/",
        "/en/",
        "/en/labs/coaching/",
        "/nl/a.ics",
        "/media/original_images/a.png",
        "/documents/1/a.pdf",
    }
    for name in get_resolver().reverse_dict:
        if isinstance(name, str):
            try:
                found.add(reverse(name))
            except NoReverseMatch:
                continue
    return sorted(found)


def test_every_address_says_honestly_that_the_database_is_away(without_database: None) -> None:
    client = Client(raise_request_exception=False)
    client.cookies.load(SIGNED_IN)
    answers = {address: client.get(address) for address in addresses()}
    assert {"/robots.txt", "/sitemap.xml", "/nl/zoeken/"} <= set(answers)
    assert not {
        address for address, answer in answers.items() if answer.status_code >= 500 and answer.status_code != 503
    }
    for address in ("/robots.txt", "/sitemap.xml", "/nl/", "/en/", "/admin/", "/en/labs/coaching/"):
        assert answers[address].status_code == 503, address
    for address, answer in answers.items():
        if answer.status_code == 503:
            assert int(answer.headers["Retry-After"]) > 0, address


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/nl/labs/", "nl", "We zijn zo terug"),
        ("/en/labs/", "en", "We will be right back"),
        ("/admin/", "nl", "zo terug"),
    ],
)
def test_the_answer_is_in_the_language_of_the_address_with_the_menu_shown_last(
    without_database: None, monkeypatch: pytest.MonkeyPatch, address: str, language: str, words: str
) -> None:
    monkeypatch.setitem(navigation._LAST_MENU, language, [navigation.Link("Locaties", f"/{language}/locaties/")])
    client = Client(raise_request_exception=False, headers={"accept-language": "en" if language == "nl" else "nl"})
    client.cookies.load(SIGNED_IN)
    answer = client.get(address)
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 503
    assert page.html["lang"] == language
    assert words in page.h1.text
    links = {link["href"] for link in page.select("nav a, a.logo")}
    assert {f"/{language}/", f"/{language}/locaties/"} < links
    assert answer.headers["Content-Security-Policy"]


def test_a_file_and_a_script_get_a_line_of_text(without_database: None) -> None:
    answer = Client(raise_request_exception=False).get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RedisIsAwayError("refused"), True),
        (OSError(errno.ENOSPC, "full"), True),
        (FileNotFoundError("gone"), False),
        (ValueError("ours"), False),
    ],
)
def test_only_what_passes_by_itself_counts_as_away(error: Exception, status: bool) -> None:
    assert away.is_away(error) is status


@pytest.mark.django_db
def test_health_is_red_on_an_empty_database_and_green_on_a_site_in_both_languages(client: Client) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, b"bootstrap" in answer.content) == (503, True)


@pytest.mark.django_db
def test_health_asks_for_every_language(house: House, client: Client) -> None:
    assert b"en" in client.get("/health/").content
    assert client.get("/health/").status_code == 503


@pytest.mark.django_db
def test_a_full_disk_shows_another_size_or_an_empty_picture_and_never_an_error(monkeypatch: Any) -> None:
    def full(*args: Any, **kwargs: Any) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    image = PortalImage.objects.create(title="Gevel", file=get_test_image_file(size=(640, 480)), consent=True)
    other = PortalImage.objects.create(title="Leeg", file=get_test_image_file(size=(64, 48)), consent=True)
    small, large = image.get_rendition("width-100"), image.get_rendition("width-400")
    monkeypatch.setattr(FileSystemStorage, "_save", full)
    assert image.get_rendition("width-90").url == small.url
    sizes = image.get_renditions("width-380", "fill-390x200")
    assert {size.url for size in sizes.values()} == {large.url}
    html = render("{% image image width-50 %}{% srcset_image image width-{50,60} %}", image=other)
    assert html.count("<img") == 2
    monkeypatch.undo()
    assert other.get_rendition("width-50").width == 50


def render(template: str, **context: Any) -> str:
    from django.template import Context, Template

    return Template("{% load wagtailimages_tags %}" + template).render(Context(context))


@pytest.mark.django_db
def test_a_profile_picture_shows_to_editors_and_to_nobody_else(client: Client) -> None:
    provision_core_team()
    user = User.objects.create_user("kern@example.org")
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("ik.png", get_test_image_file(size=(20, 20)))
    assert client.get(profile.avatar.url).status_code == 404
    user.groups.add(core_group(Role.CORE_EDITOR))
    client.force_login(user)
    answer = client.get(profile.avatar.url)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert "private" in answer.headers["Cache-Control"]
