"""Running text: ten blocks with a real preview, each checked where an editor can go wrong."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.models import Figure
from portal.core.blocks import StoryBlock
from portal.core.models.users import User
from tests.factories import House, in_english, make_lab, make_location, make_standard

NAMES = list(StoryBlock().child_blocks)


def block(name: str) -> Any:
    return StoryBlock().child_blocks[name]


def shown(name: str, value: dict[str, Any], language: str = "nl") -> str:
    child = block(name)
    with translation.override(language):
        return str(child.render(child.normalize(value)))


def refused(name: str, value: dict[str, Any]) -> set[str]:
    """Return the fields of a block that do not accept a value."""
    child = block(name)
    with pytest.raises(ValidationError) as problem:
        child.clean(child.normalize(value))
    return set(vars(problem.value)["block_errors"])


def make_figure(slug: str, display: str, language: str = "nl", **fields: Any) -> Figure:
    locale = Locale.objects.get(language_code=language)
    return Figure.objects.create(slug=slug, display=display, unit="labs", source="Bron", locale=locale, **fields)


def test_there_are_at_most_ten_choices_each_in_a_group() -> None:
    children = StoryBlock().child_blocks.values()

    assert len(children) <= 10
    assert all(child.meta.group for child in children)
    assert all(child.meta.icon != "placeholder" and child.meta.description for child in children)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_each_block_is_previewed_in_the_real_stylesheet(house: House, client: Client, name: str) -> None:
    make_figure("labs", "12")
    client.force_login(User.objects.create_superuser("baas@example.org", "een-lang-wachtwoord"))
    address = reverse("wagtailadmin_block_preview")

    answer = client.get(address, {"id": block(name).definition_prefix})

    assert answer.status_code == 200
    assert "portal/css/portal.css" in answer.content.decode()


def test_a_row_with_another_number_of_cells_is_refused() -> None:
    assert refused("table", {"caption": "Weken", "columns": ["Week", "Wat"], "rows": [["1"]]}) == {"rows"}


def test_a_table_with_even_rows_names_its_columns_and_rows() -> None:
    html = shown("table", {"caption": "Weken", "columns": ["Week", "Wat"], "rows": [["1", "loopbaan"]]})

    assert '<th scope="col">Week</th>' in html
    assert '<th scope="row">1</th> <td>loopbaan</td>' in " ".join(html.split())


@pytest.mark.django_db
def test_a_button_needs_words_and_words_need_a_button(house: House) -> None:
    text = "<p>Lees dit.</p>"

    assert refused("notice", {"heading": "Let op", "text": text, "page": house.labs.page_ptr}) == {"button"}
    assert refused("notice", {"heading": "Let op", "text": text, "button": "Bekijk de labs"}) == {"page"}


def test_a_quotation_in_another_language_than_the_page_is_marked() -> None:
    value = {"text": "samen opleiden", "source": "Praktijkillustratie", "language": "nl"}

    assert '<blockquote lang="nl">' in shown("quote", value, "en")
    assert "<blockquote>" in shown("quote", value, "nl")
    assert "data-quotation" in shown("quote", value)


@pytest.mark.django_db
def test_figures_are_shown_in_the_language_of_the_page(house: House) -> None:
    dutch = make_figure("labs", "ca. 50")
    make_figure("labs", "approx. 50", "en", translation_key=dutch.translation_key)

    assert "approx. 50" in shown("figures", {"heading": "", "figures": [dutch]}, "en")
    assert "ca. 50" in shown("figures", {"heading": "", "figures": [dutch]}, "nl")


@pytest.mark.django_db
def test_a_figure_without_translation_stays_dutch_and_says_so(house: House) -> None:
    dutch = make_figure("labs", "ca. 50")

    assert '<li lang="nl"><span class="num">ca. 50</span>' in shown(
        "figures", {"heading": "", "figures": [dutch]}, "en"
    )


@pytest.mark.django_db
def test_pages_to_go_on_to_are_shown_in_the_language_of_the_page(house: House) -> None:
    lab = make_lab(make_location(house.locations), "coachen", title="Coachen")
    in_english(lab, title="Coaching")

    assert ">Coaching</a>" in shown("cards", {"heading": "", "pages": [lab.page_ptr]}, "en")


@pytest.mark.django_db
def test_a_page_that_is_not_live_any_more_is_left_out(house: House) -> None:
    lab = make_lab(make_location(house.locations), "coachen", title="Coachen")
    lab.unpublish()

    assert "Coachen" not in shown("cards", {"heading": "", "pages": [lab.page_ptr]})


@pytest.mark.django_db
def test_every_word_an_editor_writes_can_be_translated(house: House) -> None:
    words = [
        ("paragraph", "<p>alinea</p>"),
        ("quote", {"text": "citaat", "source": "bron", "language": "nl"}),
        ("listing", {"kind": "steps", "heading": "stappen", "lines": [{"label": "een", "text": "<p>stap</p>"}]}),
        ("facts", {"heading": "feiten", "facts": [{"term": "dagen", "value": "drie"}]}),
        ("table", {"caption": "tabel", "columns": ["week", "wat"], "rows": [["1", "loopbaan"]]}),
        ("timeline", {"heading": "lijn", "moments": [{"when": "toen", "text": "<p>gebeurd</p>"}]}),
    ]
    page = make_standard(house.about, body=words)

    found = {segment.string.data for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)}

    wanted = "alinea citaat bron stappen een stap feiten dagen drie tabel week wat 1 loopbaan lijn toen gebeurd"
    assert set(wanted.split()) <= found
