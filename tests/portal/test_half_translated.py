"""Dutch on an English page: never where there was none, and never without a word to editors and visitors."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, TaskState
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringTranslation, Translation

from curriculum.models import LabPage
from home.models import Figure, GlossaryTerm
from locations.models import OnboardingPhase
from portal.core import schedule
from portal.core.models.users import User
from portal.core.reading import localized
from portal.partners.assignment import assign
from portal.partners.rights import Role
from tests.factories import (
    House,
    in_english,
    make_editor,
    make_group,
    make_guide,
    make_lab,
    make_location,
    make_standard,
    make_variant,
)
from tests.factories.content import dutch
from tests.kept import kept
from tests.portal.roads import many_at_once
from tests.portal.translating import (
    browser_of,
    change,
    chief_in_two_languages,
    english,
    publish,
    read,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db
NEW = "Je begint met kijken."


@pytest.fixture
def core(house: House, school: Any) -> Client:
    """The browser of somebody who may do everything."""
    return browser_of(User.objects.filter(is_superuser=True).first() or chief_in_two_languages(house, school))


@kept
def lab(house: House, school: Any) -> LabPage:
    """A lab, fully translated and live in English, whose Dutch page has a new text since."""
    core = browser_of(chief_in_two_languages(house, school))
    page = make_lab(school, "coachen", title="Coachen", summary="Vragen stellen")
    submit(page)
    translate(page)
    publish(core, page)
    change(page, how_it_works=NEW)
    return page


def draft_with_dutch(page: LabPage) -> Any:
    """Return a revision of the English page that holds the new Dutch text."""
    translation = Translation.objects.get(source__object=page.translation_key)
    draft = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    return draft.save_revision()


def approval(core: Client, page: Any) -> str:
    page.partner.workflow.start(page, None)
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return core.post(address, follow=True).content.decode()


def its_time(core: Client, page: Any) -> str:
    page.latest_revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    page.latest_revision.save()
    assert schedule.run().broken == []
    assert schedule.due() == []
    assert PageLogEntry.objects.filter(page=page.pk, action="portal.held_for_translation").count() == 1
    return core.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


@pytest.mark.parametrize("road", [many_at_once, approval, its_time])
def test_no_road_puts_new_dutch_on_a_live_english_page(
    core: Client, lab: LabPage, road: Callable[[Client, Any], str]
) -> None:
    draft_with_dutch(lab)
    said = road(core, english(lab))
    assert "Niet gepubliceerd" in said
    assert NEW not in read(english(lab))
    assert english(lab).live
    assert not english(lab).holds_dutch


def test_whatever_publishes_a_revision_meets_the_same_rule(lab: LabPage) -> None:
    with pytest.raises(ValidationError, match="Niet gepubliceerd: 1 nieuwe tekst"):
        draft_with_dutch(lab).publish()
    assert NEW not in read(english(lab))


def test_handing_a_page_in_for_translation_again_adds_no_dutch(lab: LabPage) -> None:
    submit(lab)
    assert NEW not in read(english(lab))


def test_a_file_with_translations_brings_what_it_holds_and_no_dutch(core: Client, lab: LabPage) -> None:
    translation = Translation.objects.get(source__object=lab.translation_key)
    upload = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    po = translation.export_po()
    for entry in po:
        if entry.msgid == "Coachen":
            entry.msgstr = "Coaching"
    core.post(upload, {"file": SimpleUploadedFile("en.po", str(po).encode())})
    assert "Niet gepubliceerd" in publish(core, lab)
    assert english(lab).title != "Coaching"
    for entry in po:
        if entry.msgid == NEW:
            entry.msgstr = "You start by looking."
    core.post(upload, {"file": SimpleUploadedFile("en.po", str(po).encode())})
    publish(core, lab)
    assert english(lab).title == "Coaching"
    assert "You start by looking." in read(english(lab))


def test_a_half_translated_page_says_so_to_whoever_publishes_and_whoever_reads(
    core: Client, client: Client, school: Any
) -> None:
    page = make_lab(school, "kijken", title="Leren kijken", summary="Vragen stellen")
    submit(page)
    text = StringTranslation.objects.create
    source = Translation.objects.get(source__object=page.translation_key).source
    segment = source.stringsegment_set.get(context__path="title")
    text(translation_of=segment.string, context=segment.context, locale=english(page).locale, data="Learning to look")

    said = many_at_once(core, english(page))
    assert "nog Nederlands" in said
    assert "Learning to look" in said
    shown = client.get(english(page).get_url()).content.decode()
    assert "Learning to look" in shown
    assert "Some text on this page is still in Dutch." in shown
    assert f'<a href="{page.get_url()}" lang="nl" hreflang="nl">' in " ".join(shown.split())

    client.force_login(make_editor(school.partner))
    desk = client.get(reverse("wagtailadmin_home")).content.decode()
    client.logout()
    assert "Deels in het Nederlands" in desk
    assert reverse("wagtailadmin_pages:edit", args=[english(page).pk]) in desk

    translate(page)
    publish(core, page)
    assert "still in Dutch" not in client.get(english(page).get_url()).content.decode()


def test_a_text_that_was_dutch_when_it_was_planned_is_known_as_dutch(core: Client, school: Any) -> None:
    page = make_lab(school, "kijken", title="Leren kijken", summary="Vragen stellen")
    submit(page)
    planned = english(page).latest_revision
    change(page, title="Anders leren kijken", summary="Anders")
    planned.publish()
    assert english(page).summary == "Vragen stellen"
    assert english(page).holds_dutch


def _figure() -> Any:
    return Figure.objects.create(locale=dutch(), slug="collegas", display="ca. 50", unit="collega's", source="bron")


def _term() -> Any:
    return GlossaryTerm.objects.create(locale=dutch(), slug="lab", term="Werkplaats", definition="Een plek om te leren")


def _phase() -> Any:
    phase = OnboardingPhase(
        locale=dutch(), slug="kennismaken", order=1, title="Kennismaken", intro="Een begin", month_from=1, month_to=2
    )
    phase.save()
    return phase


def test_a_page_that_was_made_for_a_moved_translation_is_known_as_dutch(lab: LabPage, house: House) -> None:
    space = make_location(house.locations, "maarsbergen", summary="Een school waar je veel leert")
    Page.objects.get(pk=lab.pk).move(Page.objects.get(pk=space.pk), pos="last-child")
    made = english(space)
    assert not made.live
    made.get_latest_revision().publish()
    assert english(space).holds_dutch


MAKE: dict[str, Callable[[], Any]] = {
    "figure": _figure,
    "glossaryterm": _term,
    "onboardingphase": _phase,
    "programmevariant": lambda: make_variant(name="Voltijd opleiding"),
    "traininggroup": make_group,
}
TRANSLATED = [model for model in get_snippet_models() if hasattr(model, "shared_fields")]


@pytest.mark.parametrize("model", TRANSLATED, ids=lambda model: model.__name__)
def test_an_entry_of_a_list_counts_as_english_once_none_of_it_is_dutch(core: Client, model: Any) -> None:
    entry = MAKE[model._meta.model_name]()
    to_english = Locale.objects.get(language_code="en")
    submit(entry)
    assert localized([entry], to_english) == [entry]

    translate(entry)
    copy = entry.get_translation(to_english)
    screen = reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:edit", args=[copy.pk])
    core.post(screen, {"action": "publish"})
    assert localized([entry], to_english) == [copy]

    StringTranslation.objects.filter(locale=to_english).first().delete()
    core.post(screen, {"action": "publish"})
    assert "Niet gepubliceerd" in core.get(reverse("wagtailadmin_home")).content.decode()
    assert localized([entry], to_english) == [copy]
    assert "English of" in read(model.objects.get(pk=copy.pk))


def test_a_group_that_is_half_translated_is_dutch_and_marked_as_such(
    house: House, client: Client, core: Client
) -> None:
    index = in_english(house.curriculum)
    group = make_group(name="Groep van het eerste jaar")
    submit(group)
    shown = client.get(f"{index.get_url()}training-groups/").content.decode()
    assert "Groep van het eerste jaar" in shown
    assert 'lang="nl"' in shown.partition("Groep van het eerste jaar")[0].rpartition("<")[2]


@pytest.mark.parametrize("many", [False, True])
def test_a_translation_is_deleted_with_its_dutch_page_and_the_screen_says_so(
    core: Client, lab: LabPage, many: bool
) -> None:
    twin = english(lab)
    if many:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        core.post(f"{address}?id={lab.pk}&id={twin.pk}&next=/admin/")
        assert "is ook verwijderd" in core.get(reverse("wagtailadmin_home")).content.decode()
    else:
        address = reverse("wagtailadmin_pages:delete", args=[lab.pk])
        assert "1 vertaling" in core.get(address).content.decode()
        core.post(address)
    assert not Page.objects.filter(pk__in=[lab.pk, twin.pk]).exists()


def test_many_deleted_at_once_take_along_what_stands_below_their_translations(core: Client, house: House) -> None:
    above = make_standard(house.about, "boven")
    below = make_guide(above)
    space, twin = in_english(above), in_english(below)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert core.post(f"{address}?id={above.pk}&id={twin.pk}").status_code == 302
    assert not Page.objects.filter(pk__in=[above.pk, below.pk, space.pk, twin.pk]).exists()


@pytest.mark.parametrize("many", [False, True])
def test_who_may_not_publish_deletes_no_page_whose_translation_is_live(lab: LabPage, many: bool) -> None:
    Page.objects.filter(pk=lab.pk).update(live=False)
    writer = User.objects.create_user("schrijver@example.org", "een-lang-wachtwoord")
    assign(writer, lab.partner, Role.AUTHOR)
    client = Client()
    client.force_login(writer)
    address = reverse("wagtailadmin_pages:delete", args=[lab.pk])
    if many:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={lab.pk}"

    said = client.post(address, follow=True).content.decode()

    assert "mag je niet verwijderen" in said
    assert Page.objects.filter(pk__in=[lab.pk, english(lab).pk]).count() == 2


def test_an_english_page_is_deleted_by_itself(core: Client, lab: LabPage) -> None:
    core.post(reverse("wagtailadmin_pages:delete", args=[english(lab).pk]))
    assert Page.objects.filter(translation_key=lab.translation_key).get().pk == lab.pk
