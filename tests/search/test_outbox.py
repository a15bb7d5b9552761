"""Every way content changes reaches the outbox in the transaction of the change, and then both engines."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from home.models import GlossaryTerm
from portal.core.models.media import PortalDocument
from search.models import SearchEvent
from tests.factories import House, in_english, make_group, make_lab, make_partner_page, make_standard, make_theme
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch


def noted() -> set[int]:
    """Pages in the outbox, which is emptied."""
    found = set(SearchEvent.objects.filter(object_type="wagtailcore.page").values_list("object_id", flat=True))
    SearchEvent.objects.all().delete()
    return found


def test_publishing_and_unpublishing_a_page(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Lab over rekenen")
    searching.sync()
    assert searching.keys("rekenen") == ["een-lab"]
    lab.unpublish()
    searching.sync()
    assert searching.keys("rekenen") == []


def test_trap_5_a_draft_is_never_found(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Openbare titel")
    lab.title = "Geheime titel"
    lab.save_revision()
    draft = type(lab)(title="Nog een concept", slug="concept", live=False, locale=school.locale)
    school.add_child(instance=draft)
    searching.sync()
    assert searching.keys("geheime") == []
    assert searching.keys("concept") == []
    assert searching.keys("openbare") == ["een-lab"]


def test_trap_1_no_word_of_a_hidden_page_is_ever_suggested(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Kwetsbaarheidsonderzoek")
    make_lab(school, "ander-lab", title="Gewoon lab")
    searching.sync()
    lab.unpublish()
    searching.sync()
    page = searching.find("kwetsbaarheidsonderzoe")
    assert (page.corrected, page.total) == ("", 0)
    assert "kwetsbaar" not in str(searching.suggest("kwets"))


def test_trap_2_a_restriction_hides_a_page_and_everything_below_it(
    searching: Searching, house: House, school: Any
) -> None:
    make_lab(school, title="Lab achter slot")
    searching.sync()
    assert searching.find("slot").total == 1
    restriction = PageViewRestriction.objects.create(page=house.locations, restriction_type="login")
    assert searching.find("slot").total == 0  # at once, before the index knows
    searching.sync()
    assert searching.find("slot").total == 0
    assert searching.suggest("achter") == []
    restriction.delete()
    searching.sync()
    assert searching.find("slot").total == 1


def test_trap_3_a_moved_subtree_gets_its_new_addresses(searching: Searching, house: House, school: Any) -> None:
    page = make_standard(school, "bovenste", title="Bovenste")
    below = make_standard(page, "onderste", title="Onderste")
    searching.sync()
    noted()
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=house.about.pk), pos="last-child")
    assert {page.pk, below.pk} <= noted_and_kept()
    searching.sync()
    assert [hit.url for hit in searching.find("onderste").results] == ["/nl/over-het-opleidingshuis/bovenste/onderste/"]


def noted_and_kept() -> set[int]:
    return set(SearchEvent.objects.filter(object_type="wagtailcore.page").values_list("object_id", flat=True))


def test_trap_3_a_page_moved_below_a_restricted_one_is_gone(searching: Searching, house: House, school: Any) -> None:
    page = make_standard(school, "verhuist", title="Verhuisbericht")
    PageViewRestriction.objects.create(page=house.about, restriction_type="login")
    searching.sync()
    page.move(house.about, pos="last-child")
    searching.sync()
    assert searching.find("verhuisbericht").total == 0


def test_a_new_slug_changes_the_address_of_everything_below(searching: Searching, school: Any) -> None:
    lab = make_lab(school, title="Lab met verhuizing")
    searching.sync()
    school.slug = "tien"
    school.save_revision().publish()
    searching.sync()
    assert [hit.url for hit in searching.find("verhuizing").results] == ["/nl/locaties/tien/een-lab/"]
    assert lab.pk


def test_deleting_a_subtree(searching: Searching, school: Any) -> None:
    make_lab(school, title="Lab dat verdampt")
    searching.sync()
    school.delete()
    searching.sync()
    assert searching.find("verdampt").total == 0
    assert "academie-tien" not in searching.keys("academie")


def test_trap_6_a_change_that_is_rolled_back_leaves_no_trace(searching: Searching, school: Any) -> None:
    searching.sync()

    class StopError(Exception):
        pass

    with suppress(StopError), transaction.atomic():
        make_lab(school, title="Bestaat nooit")
        assert SearchEvent.objects.exists()
        raise StopError
    assert not SearchEvent.objects.exists()
    searching.sync()
    assert searching.find("bestaat").total == 0


def test_trap_17_what_shows_a_renamed_thing_is_found_by_its_new_name(
    searching: Searching, house: House, school: Any
) -> None:
    theme = make_theme(house.themes, "klimaat", title="Klimaat")
    make_lab(school, title="Buiten leren", themes=[theme])
    searching.sync()
    theme.title = "Duurzaamheid"
    theme.save_revision().publish()
    searching.sync()
    assert "een-lab" in searching.keys("duurzaamheid")
    assert "een-lab" not in searching.keys("klimaat")


def test_trap_17_a_renamed_snippet_and_partner_are_found_by_their_new_names(
    searching: Searching, house: House, school: Any
) -> None:
    group = make_group("hbo-1", name="Eerstejaars")
    make_lab(school, title="Samen beginnen", groups=[group])
    space = make_partner_page(house.partnership)
    searching.sync()
    group.name = "Startgroep"
    group.save()
    partner = space.specific.partner
    partner.name = "Hogeschool Nieuw"
    partner.save()
    searching.sync()
    assert "een-lab" in searching.keys("startgroep")
    assert "hogeschool-utrecht" in searching.keys("hogeschool nieuw")


def test_trap_18_a_page_without_translation_is_counted_but_not_listed_in_english(
    searching: Searching, school: Any
) -> None:
    english = in_english(school)
    lab = make_lab(school, title="Alleen Nederlands lab")
    lab.copy_for_translation(english.locale, alias=True)
    searching.sync()
    page = searching.find("nederlands", "en")
    assert (page.total, page.elsewhere) == (0, 1)


def test_publishing_a_dutch_page_writes_its_translation_too(searching: Searching, school: Any) -> None:
    english = in_english(make_lab(school, title="Lab"), title="The lab")
    searching.sync()
    noted()
    lab = english.get_translations().get(locale__language_code="nl").specific
    lab.save_revision().publish()
    assert {lab.pk, english.pk} <= noted()


def test_scheduled_publishing_and_expiry(searching: Searching, school: Any) -> None:
    from django.core.management import call_command

    lab = make_lab(school, title="Lab op tijd")
    lab.unpublish()
    lab = type(lab).objects.get(pk=lab.pk)
    lab.go_live_at = timezone.now() + timedelta(hours=1)
    lab.expire_at = timezone.now() + timedelta(hours=3)
    lab.save_revision().publish()
    searching.sync()
    assert searching.find("tijd").total == 0
    for hours, found in ((2, 1), (4, 0)):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            call_command("publish_scheduled")
            searching.sync()
            assert searching.find("tijd").total == found


def test_a_glossary_term_has_an_address_and_is_found(searching: Searching, house: House) -> None:
    term = GlossaryTerm.objects.create(
        slug="intervisie", term="intervisie", definition="Samen nadenken over een vraag.", locale=house.home.locale
    )
    searching.sync()
    assert searching.keys("intervisie") == ["intervisie"]
    term.delete()
    searching.sync()
    assert searching.keys("intervisie") == []


def linking_page(house: House, file: PortalDocument) -> Any:
    text = f'<p>Lees <a linktype="document" id="{file.pk}">het verslag</a>.</p>'
    return make_standard(house.about, "met-bestand", title="Met een bestand", body=[("paragraph", text)])


def test_a_file_is_public_while_a_visible_page_links_to_it(searching: Searching, house: House) -> None:
    collection = Collection.get_first_root_node().add_child(name="Bestanden")
    file = PortalDocument.objects.create(
        title="Jaarverslag", file=ContentFile(b"Over zeldzame vlinders", "verslag.txt"), collection=collection
    )
    searching.sync()
    assert searching.find("vlinders").total == 0
    page = linking_page(house, file)
    searching.sync()
    assert [hit.kind for hit in searching.find("vlinders").results] == ["document"]
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    searching.sync()
    assert searching.find("vlinders").total == 0
    restriction.delete()
    searching.sync()
    assert searching.find("vlinders").total == 1
    page.unpublish()
    searching.sync()
    assert searching.find("vlinders").total == 0


def test_trap_4_eleven_hundred_restrictions_are_one_clause(searching: Searching, school: Any, house: House) -> None:
    make_lab(school, title="Openbaar lab")
    searching.sync()
    root = Page.objects.get(pk=house.about.pk)
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page=root, restriction_type="login") for _number in range(1100)
    )
    assert searching.find("openbaar").total == 1
    assert searching.find("visie").degraded is False
