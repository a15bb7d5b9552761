"""The picture of a location, a story or a lab on its own page."""

from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import translation
from PIL import Image
from wagtail.blocks import StructBlockValidationError

from portal.core.blocks import StoryBlock
from portal.core.blocks.chosen import PictureBlock
from portal.core.models.media import PortalImage
from tests.budgets import queries
from tests.factories import House, in_english, make_lab, make_partner_page, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture() -> PortalImage:
    """A drawn picture with words, a credit and consent."""
    drawn = BytesIO()
    Image.linear_gradient("L").resize((1200, 675)).save(drawn, "PNG")
    file = ImageFile(drawn, name="gevel.png")
    words = {"title": "Gevel", "description": "De gevel van de school", "credit": "Opleidingshuis"}
    made: PortalImage = PortalImage.objects.create(file=file, consent=True, **words)
    return made


@pytest.fixture(params=["location", "partner", "lab", "story"])
def page(request: pytest.FixtureRequest, house: House, school: Any, picture: PortalImage) -> Any:
    """A page of each kind with the picture."""
    made = {
        "location": lambda: school,
        "partner": lambda: make_partner_page(house.partnership),
        "lab": lambda: make_lab(school),
        "story": lambda: make_story(school),
    }
    found = made[request.param]()
    found.listing_image = picture
    found.save_revision().publish()
    return found


def shown(client: Client, page: Any) -> Any:
    return BeautifulSoup(client.get(page.get_url()).content, "html.parser").select_one("main figure.picture")


def test_a_page_shows_its_picture_in_small_formats_and_sizes_with_words_and_credit(page: Any, client: Client) -> None:
    figure = shown(client, page)

    assert [source["type"] for source in figure.select("picture source")] == ["image/avif", "image/webp"]
    assert all("480w" in source["srcset"] and source["sizes"] for source in figure.select("picture source"))
    assert (figure.img["alt"], figure.img["loading"]) == ("De gevel van de school", "lazy")
    assert "Opleidingshuis" in figure.figcaption.get_text()


def test_what_a_picture_shows_is_said_in_english_where_somebody_wrote_it(
    school: Any, picture: PortalImage, client: Client
) -> None:
    school.listing_image = picture
    school.save_revision().publish()
    english = in_english(school)

    assert (shown(client, english).img["alt"], shown(client, english).img["lang"]) == ("De gevel van de school", "nl")
    picture.description_en = "The front of the school"
    picture.save()
    assert (shown(client, english).img["alt"], shown(client, english).img["lang"]) == ("The front of the school", "en")
    assert shown(client, school).img["alt"] == "De gevel van de school"


@pytest.mark.parametrize("without", [{"description": " "}, {"consent": False}])
def test_a_picture_without_words_or_consent_is_not_shown(
    page: Any, picture: PortalImage, client: Client, without: dict[str, Any]
) -> None:
    assert shown(client, page)
    for name, value in without.items():
        setattr(picture, name, value)
    picture.save()

    assert shown(client, page) is None


def test_a_picture_whose_people_take_back_their_consent_leaves_text_and_shared_address(
    school: Any, picture: PortalImage, client: Client
) -> None:
    lab = make_lab(school)
    lab.listing_image = picture
    lab.body.append(("picture", {"image": picture, "alt_text": "De gevel", "decorative": False, "caption": ""}))
    lab.save_revision().publish()
    with_consent = client.get(lab.get_url()).content.decode()
    picture.consent = False
    picture.save()

    without = client.get(lab.get_url()).content.decode()

    assert 'alt="De gevel"' in with_consent
    assert 'alt="De gevel"' not in without
    assert not told(with_consent).endswith("straat.png")
    assert told(without).endswith("straat.png")


def told(html: str) -> str:
    """The picture that an app shows where somebody shares the address."""
    found = BeautifulSoup(html, "html.parser").select_one('meta[property="og:image"]')
    return str(found["content"]) if found else ""


def test_an_editor_who_puts_a_picture_without_consent_in_a_text_is_told_what_to_do(picture: PortalImage) -> None:
    picture.consent = False
    picture.save()
    words = {"image": picture, "alt_text": "De gevel", "decorative": False, "caption": ""}

    with translation.override("nl"), pytest.raises(StructBlockValidationError) as refused:
        PictureBlock().clean(PictureBlock().normalize(words))

    assert "goed vinden" in str(refused.value.block_errors["image"].messages)


def test_a_draft_may_have_a_picture_that_is_not_chosen_yet() -> None:
    text = StoryBlock()
    unfinished = {"image": None, "alt_text": "De gevel", "decorative": False, "caption": ""}

    (kept,) = text.clean_deferred(text.normalize([("picture", unfinished)]))

    assert (kept.value["image"], kept.value["alt_text"]) == (None, "De gevel")


def test_a_page_whose_picture_has_lost_its_file_is_still_a_page(
    page: Any, picture: PortalImage, client: Client
) -> None:
    picture.file.storage.delete(picture.file.name)

    assert shown(client, page) is None


def test_a_picture_that_is_known_costs_no_query(school: Any, picture: PortalImage, client: Client) -> None:
    lab = make_lab(school)
    before = len(queries(client, lab.get_url(), anew=False))
    lab.listing_image = picture
    lab.save_revision().publish()

    assert len(queries(client, lab.get_url(), anew=False)) == before
