"""A copy is a new thing: keys, an address and dates of its own, counted once, and never a second space of a partner."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page

from curriculum.models import LabPage, LabSession
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.models import Partner
from tests.curriculum.test_shared_facts_flows import FIRST, SECOND
from tests.factories import House, in_english, make_editor, make_lab, make_session, make_standard

pytestmark = pytest.mark.django_db


@pytest.fixture
def lab(house: House, school: Any) -> LabPage:
    """A live lab with two sessions."""
    return make_lab(school, "coachen", title="Coachen", sessions=[make_session(FIRST), make_session(SECOND)])


@pytest.fixture
def technical(db: Any) -> Client:
    """The browser of a technical admin."""
    client = Client()
    client.force_login(User.objects.create_superuser("beheer@example.org", "een-lang-wachtwoord"))
    return client


def copy_form(client: Client, page: Page, to: Page, slug: str, **more: str) -> Any:
    """Copy a page in the admin, published, as the form sends it."""
    sent = {"new_title": f"Kopie van {page.title}", "new_slug": slug, "new_parent_page": to.pk, **more}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), sent, follow=True)


def keys_are_right() -> None:
    """Every key names one page of a type, translations apart, and is an address of its own."""
    seen: dict[tuple[str, str], Any] = {}
    for page in PortalPage.objects.select_related("content_type"):
        thing = seen.setdefault((page.content_type.model, page.content_key), page.translation_key)
        assert thing == page.translation_key, page.content_key


def test_a_copied_lab_is_counted_once_and_answers_at_its_own_short_address(
    house: House, school: Any, institute: Any, lab: LabPage, client: Client, technical: Client
) -> None:
    branch = make_standard(school, "tak")
    make_standard(branch, "blad")
    said = copy_form(technical, lab, school, "coachen-2", publish_copies="on").content.decode()
    assert "zonder datums" in said or "geen datums" in said
    copy_form(technical, branch, institute, "tak", publish_copies="on", copy_subpages="on")
    copy_form(technical, lab, institute, "coachen", alias="on")
    copy_form(technical, lab, institute, "agenda", publish_copies="on")
    alias = LabPage.objects.get(slug="coachen", alias_of=lab.pk)
    lab.save_revision().publish()
    lab.get_latest_revision().publish()

    keys_are_right()
    assert LabSession.objects.public().count() == 2
    for page in LabPage.objects.all():
        short = client.get(f"/nl/labs/{page.content_key}/")
        assert (short.status_code, short.headers.get("Location")) == (302, page.get_url()), page.content_key
        assert client.get(page.get_url()).status_code == 200
    catalogue = client.get("/nl/labs/").content.decode()
    assert catalogue.count('href="/nl/locaties/academie-tien/coachen/"') == 1
    assert 'href="/nl/locaties/academie-tien/coachen-2/"' in catalogue

    ConvertAliasPageAction(LabPage.objects.get(pk=alias.pk)).execute(skip_permission_checks=True)
    keys_are_right()
    assert LabSession.objects.public().count() == 2


def test_the_key_of_a_copy_survives_its_first_publication_and_an_older_revision(school: Any, lab: LabPage) -> None:
    copy = lab.copy(to=school, update_attrs={"slug": "kopie"}, copy_revisions=True)
    english = in_english(copy, slug="copy")

    copy.get_latest_revision().publish()

    assert LabPage.objects.get(pk=copy.pk).content_key == english.content_key == "kopie"
    assert copy.with_content_json(lab.get_latest_revision().content).content_key == "kopie"


def test_whatever_is_copied_a_partner_keeps_one_space(house: House, school: Any, technical: Client) -> None:
    for page, to, more in (
        (school, house.locations, {}),
        (school, house.locations, {"alias": "on"}),
        (house.about, house.home, {"copy_subpages": "on"}),
        (house.locations, house.home, {"copy_subpages": "on", "alias": "on"}),
    ):
        answer = copy_form(technical, page, to, "nog-een", **more)
        assert answer.status_code == 200
    for action in ("copy", "create_alias"):
        address = reverse("wagtailadmin_api:pages:action", args=[school.pk, action])
        sent = {"destination_page_id": house.locations.pk, "slug": "derde", "update_slug": "derde", "recursive": True}
        assert technical.post(address, sent, content_type="application/json").status_code in (400, 403)

    spaces = PortalPage.objects.filter(is_space=True)
    assert spaces.count() == Partner.objects.filter(pk__in=spaces.values("partner")).count()


def test_an_editor_copies_a_lab_of_the_own_space(school: Any, lab: LabPage) -> None:
    client = Client()
    client.force_login(make_editor(school.partner))

    answer = copy_form(client, lab, school, "coachen-b")

    assert answer.status_code == 200
    copy = LabPage.objects.get(slug="coachen-b")
    assert (copy.content_key, copy.live, copy.sessions.count()) == ("coachen-b", False, 0)
