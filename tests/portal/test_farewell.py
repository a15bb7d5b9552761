"""A partner that leaves: its space is kept, given away, or refused to go; nothing is ever lost."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Locale, Page, Revision, Workflow

from curriculum.models import LabPartner
from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.content_summary import ContentSummary
from portal.partners.lifecycle import archive, bring_back, hand_over, remove
from portal.partners.models import Partner
from portal.partners.opening import PartnerData, open_partner
from portal.partners.provision import provision
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_lab,
    make_location,
    make_outcome,
    make_partner,
    make_standard,
    make_story,
)
from tests.kept import kept

pytestmark = pytest.mark.django_db


@kept
def full(house: House, school: Any) -> Partner:
    """Academie Tien with pages in two languages, a draft, an image, a document and three people."""
    lab = make_lab(school)
    make_story(school)
    draft = make_standard(school, "concept")
    draft.unpublish()
    in_english(lab)
    partner = Partner.objects.get(pk=school.represents_id)
    cover = PortalImage.objects.create(title="Hal", file=get_test_image_file(), collection=partner.collection)
    PortalDocument.objects.create(
        title="Rooster", file=ContentFile(b"tekst", name="rooster.txt"), collection=partner.collection
    )
    lab.listing_image = cover
    lab.save_revision().publish()
    for field in ("authors", "editors", "translators"):
        make_editor(partner, field)
    return partner


@pytest.fixture
def recipient(house: House) -> Partner:
    """Another school, with a space in both languages."""
    page = make_location(house.locations, "nxt-doorn")
    in_english(page)
    return Partner.objects.get(slug="nxt-doorn")


@pytest.fixture
def admin(house: House) -> Client:
    """A browser of somebody who decides about partners, reading Dutch."""
    from portal.partners.assignment import assign
    from portal.partners.provision import provision_core_team
    from portal.partners.rights import Role

    provision_core_team()
    user = User.objects.create_user("kern@example.org", first_name="Kern")
    assign(user, None, Role.CORE_ADMIN)
    client = Client(headers={"accept-language": "nl"})
    client.force_login(user)
    return client


def stock() -> dict[str, Any]:
    """Everything that must not become less: pages, revisions, images, documents and their files."""
    images, documents = PortalImage.objects.all(), PortalDocument.objects.all()
    return {
        "pages": sorted(Page.objects.values_list("pk", flat=True)),
        "revisions": sorted(Revision.objects.values_list("pk", flat=True)),
        "images": sorted(images.values_list("pk", "file")),
        "documents": sorted(documents.values_list("pk", "file")),
        "files": [item.file.storage.exists(item.file.name) for item in [*images, *documents]],
    }


def leave(client: Client, partner: Partner, **choice: Any) -> Any:
    return client.post(reverse("partner_leaving", args=[partner.pk]), choice)


def test_the_screen_names_what_a_partner_has(admin: Client, full: Partner, house: House) -> None:
    shown = admin.get(reverse("partner_leaving", args=[full.pk])).content.decode()

    inventory = ContentSummary(full)
    assert [(kind.name, kind.live, kind.drafts) for kind in inventory.kinds] == [
        ("labs", 2, 0),
        ("vaste pagina's", 0, 1),
        ("verhalen", 1, 0),
    ]
    assert (inventory.images, inventory.documents) == (1, 1)
    assert shown.count("Sam Jansen") == 3
    assert "Deze partner kan niet weg" in shown


def test_pages_of_others_that_point_here_are_named(full: Partner, recipient: Partner) -> None:
    lab, space = full.pages.get(labpage__isnull=False, locale__language_code="nl"), recipient.spaces[0].specific
    make_lab(space, "samen")
    theirs = make_standard(space, "verwijst", body=[("paragraph", f'<a linktype="page" id="{lab.pk}">lab</a>')])

    assert [item.pk for item, _number in ContentSummary(full).references] == [theirs.pk]


def test_archiving_keeps_everything_readable_for_all_and_writable_for_the_core_team_only(
    admin: Client, full: Partner
) -> None:
    before, editor = stock(), full.editors.user_set.get()
    page = full.pages.get(labpage__isnull=False, locale__language_code="nl")

    answer = leave(admin, full, what="archive")

    assert answer.status_code == 302
    assert stock() == before
    shown = admin.get(page.get_url()).content.decode()
    assert "Academie Tien doet niet meer mee aan het Opleidingshuis" in shown
    assert not editor.groups.exists()
    assert not page.permissions_for_user(User.objects.get(pk=editor.pk)).can_edit()
    assert page.permissions_for_user(User.objects.get(email="kern@example.org")).can_publish()


def test_a_partner_that_comes_back_gets_its_rights_and_not_its_people(admin: Client, full: Partner) -> None:
    archive(full)

    leave(admin, full, what="bring-back")

    full.refresh_from_db()
    assert not full.archived
    assert full.editors.page_permissions.filter(permission__codename="publish_page").exists()
    assert not any(members for _role, members in ContentSummary(full).people)


def test_everything_can_be_given_to_another_partner(admin: Client, full: Partner, recipient: Partner) -> None:
    before, gone = stock(), {space.pk for space in full.spaces}
    moved = {page.pk: page.get_url() for page in full.pages.exclude(pk__in=gone)}

    leave(admin, full, what="hand-over", recipient=recipient.pk)

    assert stock() == before
    assert set(full.pages.values_list("pk", flat=True)) == gone
    assert {page.pk for page in recipient.pages.filter(pk__in=moved)} == set(moved)
    assert PortalImage.objects.get().collection == recipient.collection == PortalDocument.objects.get().collection
    assert Partner.objects.get(pk=full.pk).archived
    for page in PortalPage.objects.filter(pk__in=moved):
        assert page.path.startswith(recipient.spaces.get(locale=page.locale).path)
        if page.live:
            assert admin.get(moved[page.pk], follow=True).status_code == 200


def test_what_does_not_fit_at_the_other_partner_is_named_and_nothing_moves(
    admin: Client, full: Partner, recipient: Partner
) -> None:
    make_lab(recipient.spaces[0].specific)
    before, places = stock(), sorted(Page.objects.values_list("pk", "path"))

    shown = leave(admin, full, what="hand-over", recipient=recipient.pk).content.decode()

    assert "staat al een pagina met het adres “een-lab”" in shown
    assert (stock(), sorted(Page.objects.values_list("pk", "path"))) == (before, places)
    assert not Partner.objects.get(pk=full.pk).archived


def test_outcomes_cannot_go_to_a_school_and_english_needs_an_english_space(institute: Any, full: Partner) -> None:
    make_outcome(institute)
    with pytest.raises(ValidationError, match="kan niet onder “Academie Tien” staan"):
        hand_over(institute.represents, full)
    with pytest.raises(ValidationError, match="heeft geen ruimte in deze taal"):
        hand_over(full, provision(make_partner("leeg")))


def test_the_form_asks_to_whom(admin: Client, full: Partner, recipient: Partner) -> None:
    assert "Kies de partner die alles krijgt" in leave(admin, full, what="hand-over").content.decode()
    archive(recipient)
    assert leave(admin, full, what="hand-over", recipient=recipient.pk).status_code == 200
    assert not Partner.objects.get(pk=full.pk).archived


def test_a_partner_with_content_is_not_removed_by_any_road(admin: Client, full: Partner) -> None:
    before = stock()
    User.objects.filter(email="kern@example.org").update(is_superuser=True)
    space = full.spaces[0]
    more = f"?id={space.pk}"
    roads = [
        leave(admin, full, what="remove"),
        admin.post(reverse("wagtailsnippets_portal_partner:delete", args=[full.pk])),
        admin.post(reverse("wagtail_bulk_action", args=["portal", "partner", "delete"]) + f"?id={full.pk}"),
        admin.post(reverse("wagtailadmin_pages:delete", args=[space.pk])),
        admin.post(reverse("wagtailadmin_pages:delete", args=[space.get_parent().pk])),
        admin.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + more),
        admin.post(reverse("wagtailadmin_api:pages:action", args=[space.pk, "delete"])),
    ]

    assert {answer.status_code for answer in roads} <= {200, 302}
    assert stock() == before
    assert Partner.objects.filter(pk=full.pk).exists()
    with pytest.raises(ProtectedError), transaction.atomic():
        full.delete()
    with pytest.raises(ValidationError, match="kan dus niet weg"):
        remove(full)


@pytest.mark.parametrize("what", ["person", "image", "lab", "text", "linked"])
def test_one_thing_is_enough_to_keep_a_partner(house: House, school: Any, what: str) -> None:
    partner = provision(make_partner("leeg"))
    assert not ContentSummary(partner).keeps_content
    if what == "person":
        make_editor(partner)
    elif what == "image":
        PortalImage.objects.create(title="Hal", file=get_test_image_file(), collection=partner.collection)
    elif what == "lab":
        lab = make_lab(school)
        lab.offered_with.add(LabPartner(partner=partner))
        lab.save_revision().publish()
    elif what == "text":
        space = open_partner(PartnerData("leeg", "Leeg", "school", "formeel", languages=[])).spaces[0].specific
        space.summary = "Iets."
        space.save_revision()
    else:
        make_partner("kind", linked_to=partner)

    with pytest.raises(ProtectedError), transaction.atomic():
        Partner.objects.get(pk=partner.pk).delete()
    assert ContentSummary(Partner.objects.get(pk=partner.pk)).keeps_content


def test_an_empty_partner_goes_with_all_that_was_made_for_it(admin: Client, house: House) -> None:
    in_english(house.locations)
    before = (stock(), Collection.objects.count(), Workflow.objects.count())
    partner = open_partner(PartnerData("x11-utrecht", "X11 Utrecht", "school"))
    names = [partner.authors.name, partner.collection.name]

    answer = leave(admin, partner, what="remove")

    assert answer.status_code == 302
    assert not Partner.objects.exists()
    assert (stock(), Collection.objects.count(), Workflow.objects.count()) == before
    assert open_partner(PartnerData("x11-utrecht", "X11 Utrecht", "school")).authors.name == names[0]


def test_what_waits_for_review_when_a_partner_leaves_is_for_the_core_team(full: Partner) -> None:
    draft = full.pages.get(live=False).specific
    workflow = draft.get_workflow()
    workflow.start(draft, full.editors.user_set.get())

    archive(full)

    task = Page.objects.get(pk=draft.pk).current_workflow_task
    assert [group.name for group in task.specific.groups.all()] == ["Kernredactie"]
    bring_back(full)
    assert [group.name for group in task.specific.groups.all()] == [full.editors.name]


def test_a_locale_is_all_a_space_in_another_language_needs(full: Partner, recipient: Partner) -> None:
    assert Locale.objects.count() == 2
    hand_over(full, recipient)
    assert recipient.pages.filter(locale__language_code="en", is_space=False).count() == 1
