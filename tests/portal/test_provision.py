"""One call gives a partner everything it needs; a second call changes nothing; rights follow every change."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
)

from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from portal.partners.assignment import assign, withdraw
from portal.partners.models import Partner
from portal.partners.provision import provision, provision_core_team, reviewers
from portal.partners.rights import RIGHTS, Role, Subject, Whose, may
from portal.partners.roles import roles_of
from tests.factories import House, in_english, make_editor, make_lab, make_location, make_partner

pytestmark = pytest.mark.django_db


def page_rights(group: Group | None) -> set[tuple[int, str]]:
    return set(GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission__codename"))


def media_rights(group: Group | None) -> set[tuple[str, str]]:
    rows = GroupCollectionPermission.objects.filter(group=group)
    return set(rows.values_list("collection__name", "permission__codename"))


def everything() -> dict[str, Any]:
    """All rows that decide who may do what."""
    return {
        "groups": sorted(Group.objects.values_list("pk", "name")),
        "permissions": sorted(Group.permissions.through.objects.values_list("group", "permission")),
        "pages": sorted(GroupPagePermission.objects.values_list("pk", "group", "page", "permission")),
        "collections": sorted(GroupCollectionPermission.objects.values_list("pk", "group", "collection", "permission")),
        "folders": sorted(Collection.objects.values_list("pk", "name")),
        "workflows": sorted(Workflow.objects.values_list("pk", "name")),
        "assigned": sorted(WorkflowPage.objects.values_list("page", "workflow")),
    }


def test_a_second_call_changes_nothing(house: House, school: Any) -> None:
    before = everything()

    provision(Partner.objects.get(pk=school.represents_id))
    provision_core_team()

    assert everything() == before


def test_a_right_added_by_hand_is_taken_away_and_a_lost_one_comes_back(house: House, school: Any) -> None:
    partner = school.represents
    before = page_rights(partner.authors)
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=partner.authors, page=Page.objects.get(depth=1), permission=publish)
    GroupPagePermission.objects.filter(group=partner.authors, permission__codename="add_page").delete()
    partner.authors.permissions.add(Permission.objects.get(codename="change_user"))

    provision(partner)

    assert page_rights(partner.authors) == before
    assert not partner.authors.permissions.filter(codename="change_user").exists()


def test_an_author_writes_and_an_editor_publishes_in_the_space(house: House, school: Any) -> None:
    partner = school.represents

    assert {codename for _page, codename in page_rights(partner.authors)} == {"add_page", "change_page"}
    assert "publish_page" in {codename for _page, codename in page_rights(partner.editors)}
    assert {page for page, _codename in page_rights(partner.editors)} == {school.pk}


def test_a_translator_writes_in_the_other_language_only(house: House, school: Any) -> None:
    english = in_english(school)
    partner = Partner.objects.get(pk=school.represents_id)

    assert page_rights(partner.translators) == {(english.pk, "add_page"), (english.pk, "change_page")}


def test_editors_without_formal_agreement_submit_and_others_approve(house: House, school: Any) -> None:
    informal = make_partner("mbo-amersfoort", formality="informeel", linked_to=school.represents)
    alone = make_partner("pabo", formality="verkennend")
    make_location(house.locations, "mbo-amersfoort", represents=informal)
    make_location(house.locations, "pabo", represents=alone)

    assert "publish_page" not in {codename for _page, codename in page_rights(informal.editors)}
    assert reviewers(informal) == school.represents.editors
    assert reviewers(alone).name == "Kernredactie"


def test_another_formality_changes_the_rights_at_once(house: House, school: Any) -> None:
    partner = Partner.objects.get(pk=school.represents_id)
    partner.formality = "informeel"
    partner.save()

    assert "publish_page" not in {codename for _page, codename in page_rights(partner.editors)}
    assert partner.workflow.workflow_tasks.get().task.specific.groups.get().name == "Kernredactie"


def test_linked_partners_notice_when_their_formal_partner_stops_being_one(house: House, school: Any) -> None:
    informal = make_partner("mbo-amersfoort", formality="informeel", linked_to=school.represents)
    make_location(house.locations, "mbo-amersfoort", represents=informal)
    formal = Partner.objects.get(pk=school.represents_id)
    formal.archived = True
    formal.save()

    assert informal.workflow.workflow_tasks.get().task.specific.groups.get().name == "Kernredactie"


def test_a_partner_that_left_keeps_no_rights(house: House, school: Any) -> None:
    partner = Partner.objects.get(pk=school.represents_id)
    partner.archived = True
    partner.save()

    assert page_rights(partner.editors) == set()
    assert media_rights(partner.editors) == set()
    assert not partner.editors.permissions.exists()


def test_the_english_space_gets_the_same_rights_when_it_is_made(house: House, school: Any) -> None:
    english = in_english(school)

    assert page_rights(school.represents.editors) >= {(english.pk, "publish_page"), (school.pk, "publish_page")}
    assert WorkflowPage.objects.get(page=english.pk).workflow_id == WorkflowPage.objects.get(page=school.pk).workflow_id


def test_a_space_given_to_another_partner_takes_its_rights_and_pages_along(house: House, school: Any) -> None:
    lab = make_lab(school)
    former = Partner.objects.get(pk=school.represents_id)
    recipient = provision(make_partner("nuovo-scholen"))
    school.represents = recipient
    school.save_revision().publish()

    assert page_rights(former.editors) == set()
    assert {page for page, _codename in page_rights(recipient.editors)} == {school.pk}
    assert PortalPage.objects.get(pk=lab.pk).partner == recipient


def test_a_draft_that_names_another_partner_changes_no_rights(house: House, school: Any) -> None:
    former = Partner.objects.get(pk=school.represents_id)
    recipient = provision(make_partner("nuovo-scholen"))
    school.represents = recipient
    school.save_revision()

    assert {page for page, _codename in page_rights(former.editors)} == {school.pk}
    assert page_rights(recipient.editors) == set()


def test_media_rights_are_those_of_the_own_collection_and_of_what_is_shared(house: House, school: Any) -> None:
    partner = school.represents
    name = partner.collection.name
    own = {(name, f"{action}_{kind}") for action in ("add", "change", "choose") for kind in ("image", "document")}
    shared = {("Gedeeld", "choose_image"), ("Gedeeld", "choose_document")}

    assert media_rights(partner.editors) == own | shared
    assert media_rights(partner.translators) == {(name, "choose_image"), (name, "choose_document")} | shared


def test_a_partner_holds_nothing_model_wide_but_the_admin_and_asking_for_a_translation(
    house: House, school: Any
) -> None:
    partner = school.represents
    for group in (partner.authors, partner.editors, partner.translators):
        assert set(group.permissions.values_list("codename", flat=True)) == {"access_admin", "submit_translation"}


def test_the_core_team_keeps_the_central_lists_and_the_whole_tree_but_no_accounts(house: House) -> None:
    provision_core_team()
    root = Page.objects.get(depth=1)
    admins = Group.objects.get(name="Kernbeheer")
    held = set(admins.permissions.values_list("codename", flat=True))

    assert {"change_glossaryterm", "change_traininggroup", "add_partner"} <= held
    assert not held & {"change_user", "add_user", "change_group", "delete_partner", "change_site"}
    assert {page for page, _codename in page_rights(admins)} == {root.pk}
    assert "add_partner" not in Group.objects.get(name="Kernredactie").permissions.values_list("codename", flat=True)


def test_two_partners_with_swapped_names_keep_their_own_groups(house: House) -> None:
    first, second = provision(make_partner("een")), provision(make_partner("twee"))
    first.name = second.name
    first.save()

    assert first.editors_id != second.editors_id
    assert first.collection_id != second.collection_id


def test_somebody_has_one_role_per_partner_and_may_have_several_partners(house: House, school: Any) -> None:
    other = make_location(house.locations, "nxt-doorn").represents
    user = make_editor(school.represents, "authors")

    assign(user, school.represents, Role.EDITOR)
    assign(user, other, Role.AUTHOR)
    assign(user, None, Role.CORE_EDITOR)

    assert roles_of(user) == [
        (None, Role.CORE_EDITOR),
        (school.represents, Role.EDITOR),
        (other, Role.AUTHOR),
    ]
    withdraw(user, school.represents)
    assert (school.represents, Role.EDITOR) not in roles_of(user)


def test_a_role_that_does_not_fit_is_refused(house: House, school: Any) -> None:
    user = User.objects.create_user("sam@example.org")
    with pytest.raises(ValueError, match="core team"):
        assign(user, None, Role.AUTHOR)
    with pytest.raises(ValueError, match="partner"):
        assign(user, school.represents, Role.CORE_ADMIN)


def test_every_role_of_the_table_has_the_rights_its_groups_carry(house: House, school: Any) -> None:
    """What Wagtail grants equals what the table says, for pages in the own space."""
    in_english(school)
    partner = Partner.objects.get(pk=school.represents_id)
    lab = make_lab(school)
    english = in_english(lab)
    for role, field in ((Role.AUTHOR, "authors"), (Role.EDITOR, "editors"), (Role.TRANSLATOR, "translators")):
        user = make_editor(partner, field)
        for page, subject in ((lab, Subject.PAGE), (english, Subject.TRANSLATION)):
            permissions = page.permissions_for_user(user)
            assert permissions.can_edit() == may(role, "change", subject), (role, subject)
            assert permissions.can_publish() == may(role, "publish", subject), (role, subject)


def test_no_partner_role_may_do_anything_with_what_is_of_another_but_read_it() -> None:
    for right in RIGHTS:
        strangers = right.roles(Whose.OTHER) & {Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR, Role.JOINING}
        assert not strangers or right.action == "read", right


def test_a_new_locale_needs_no_code(house: House, school: Any) -> None:
    Locale.objects.get_or_create(language_code="en")
    assert school.represents.spaces.count() == 1
    in_english(school)
    assert school.represents.spaces.count() == 2
