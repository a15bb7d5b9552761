"""Whatever an editor uploads can be shown in every size or is refused in words, and tells no more than it shows."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.images.models import Filter
from wagtail.models import Collection, UploadedFile
from wagtail.users.models import UserProfile

from portal.core.house_language.models import RefusedWord
from portal.core.models.media import PortalDocument, PortalImage
from portal.core.models.users import User
from portal.core.seo.head import SHARE_SIZE
from portal.core.uploads.fields import PictureField
from portal.core.uploads.forms import ProfilePictureForm
from portal.core.uploads.pictures import made_anew
from tests.permissions.forms import fields_of
from tests.portal.pictures import (
    EXTENSIONS,
    SECRET,
    damaged,
    every_kind,
    in_mode,
    swapped_profile,
    with_secrets,
    written,
)

SPECS = ("max-165x165", "fill-40x40", "width-480|format-webp", "original", "max-800x600|format-avif", SHARE_SIZE)
CLIPPED = ("I-", "F-", "I16-64x48.g", "I16-64x48.w", "I16-64x48.a")
"""Modes whose light Pillow cuts off itself while writing the example."""
DAMAGED = "beschadigd of niet compleet"


@pytest.fixture
def editor(db: Any, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("beheer@example.nl", "x"))
    return client


def kept(name: str, content: bytes) -> PortalImage:
    image = PortalImage(title=name, file=PictureField().clean(SimpleUploadedFile(name, content)))
    image.collection = Collection.get_first_root_node()
    image.save()
    return image


def in_size(image: PortalImage, spec: str) -> bytes:
    file = image.generate_rendition_file(Filter(spec=spec))
    file.seek(0)
    return file.read()


def point(content: bytes, x: float, y: float) -> tuple[int, ...]:
    with Image.open(BytesIO(content)) as image:
        return image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))  # type: ignore[return-value]


@pytest.mark.django_db
def test_every_picture_that_can_be_written_can_be_shown_in_every_size() -> None:
    wrong, seen = [], 0
    for name, content in every_kind():
        image = kept(name, content)
        for spec in SPECS:
            try:
                rendition = in_size(image, spec)
                with Image.open(BytesIO(rendition)) as shown:
                    shown.load()
                if (
                    "64x48" in name
                    and not name.startswith(CLIPPED)
                    and not point(rendition, 0.1, 0.5)[1] < 70 < 170 < point(rendition, 0.9, 0.5)[1]
                ):
                    wrong.append((name, spec, "other shades"))
            except Exception as error:
                wrong.append((name, spec, repr(error)))
        seen += 1
    assert not wrong
    assert seen > 60


@pytest.mark.django_db
def test_neither_a_picture_nor_a_size_of_it_tells_who_made_it_and_where() -> None:
    for kind, extension in EXTENSIONS.items():
        content = with_secrets(kind)
        assert SECRET in content
        image = kept(f"foto.{extension}", content)
        sizes = [in_size(image, spec) for spec in SPECS]
        for told in [Path(image.file.path).read_bytes(), *sizes]:
            assert SECRET not in told
            with Image.open(BytesIO(told)) as shown:
                assert not shown.getexif()
                assert "icc_profile" not in shown.info


def test_a_picture_stands_as_it_was_taken() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        content = made_anew(with_secrets(kind, orientation=6)).content  # a quarter turn to the right
        with Image.open(BytesIO(content)) as image:
            assert image.size == (40, 60), kind
        assert point(content, 0.5, 0.1)[0] > 200, kind
        assert point(content, 0.5, 0.9)[2] > 200, kind


def test_colours_are_those_of_the_profile() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        red = written(Image.new("RGB", (40, 40), "red"), kind, icc_profile=swapped_profile())
        shown = point(made_anew(red).content, 0.5, 0.5)
        assert shown[2] > 200 > 100 > shown[0], kind


def test_deep_and_see_through_pictures_keep_their_light_and_their_holes() -> None:
    deep = made_anew(written(in_mode("I;16"), "PNG")).content
    assert point(deep, 0.5, 0.5)[0] in range(110, 150)
    for kind in ("PNG", "GIF", "WEBP", "AVIF"):
        with Image.open(BytesIO(made_anew(written(in_mode("RGBA"), kind)).content)) as image:
            assert image.convert("RGBA").getpixel((0, 0))[3] < 100, kind
            assert image.convert("RGBA").getpixel((40, 20))[3] > 200, kind


def test_what_is_no_whole_picture_is_refused_in_words() -> None:
    taken = []
    for name, content in damaged():
        try:
            PictureField().clean(SimpleUploadedFile(name, content))
        except ValidationError:
            continue
        taken.append(name)
    assert not taken


def test_too_many_points_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture is cut off behind its head, so reading its points would say that it is damaged."""
    for width in (5001, 60_000):
        large = written(Image.new("1", (width, 5001)), "PNG")
        with pytest.raises(ValidationError, match=r"megapixels|beeldpunten"):
            made_anew(large[:200])
    assert made_anew(written(Image.new("1", (5000, 5000)), "PNG"))


BAD = [
    ("tekst.avif", b"\0\0\0\x1cftypavif\0\0\0\0" + b"tekst" * 20, DAMAGED),
    ("half.jpg", written(in_mode("RGB"), "JPEG")[:500], DAMAGED),
    ("half.webp", written(in_mode("RGB"), "WEBP")[:60], DAMAGED),
    ("groot.png", written(Image.new("1", (5001, 5001)), "PNG"), "megapixels"),
    ("anders.gif", written(in_mode("RGB"), "PNG"), "Geen geldige .gif"),
]


def test_all_roads_refuse_a_bad_picture_beside_the_form(editor: Client) -> None:
    image = kept("eerst.png", written(in_mode("RGB"), "PNG"))
    roads = {
        "file": reverse("wagtailimages:add"),
        "files[]": reverse("wagtailimages:add_multiple"),
        "image-chooser-upload-file": reverse("wagtailimages_chooser:create"),
        "replaced": reverse("wagtailimages:edit", args=[image.pk]),
    }
    for name, content, words in BAD:
        for field, address in roads.items():
            prefix = "image-chooser-upload-" if "chooser" in field else ""
            data = {f"{prefix}title": "Straat", f"{prefix}collection": image.collection_id}
            file = SimpleUploadedFile(name, content)
            answer = editor.post(address, data | {field.replace("replaced", "file"): file})
            assert answer.status_code == 200, (name, field)
            told = answer.json() if answer.headers["Content-Type"] == "application/json" else answer.content.decode()
            assert words in str(told), (name, field)
    assert list(PortalImage.objects.values_list("file", flat=True)) == [image.file.name]


def test_an_upload_that_waited_for_its_fields_is_made_anew_too(editor: Client) -> None:
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(PortalImage),
        file=ContentFile(with_secrets("JPEG"), name="foto.jpg"),
        uploaded_by_user=User.objects.get(),
    )
    prefix = f"uploaded-image-{upload.pk}"
    data = {f"{prefix}-title": "Foto", f"{prefix}-collection": Collection.get_first_root_node().pk}

    editor.post(reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk]), data)

    assert SECRET not in Path(PortalImage.objects.get().file.path).read_bytes()


@pytest.mark.parametrize(
    ("library", "what", "name", "content", "model"),
    [
        ("wagtailimages", "image", "schoolopleider.png", written(in_mode("RGB"), "PNG"), PortalImage),
        ("wagtaildocs", "document", "schoolopleider.txt", b"Gids", PortalDocument),
    ],
)
def test_an_upload_with_a_refused_word_in_its_name_waits_for_another_title(
    editor: Client, library: str, what: str, name: str, content: bytes, model: type[PortalImage | PortalDocument]
) -> None:
    RefusedWord.objects.create(forms=["schoolopleider"], says=["opleider"])
    collection = Collection.get_first_root_node().pk
    sent = {"files[]": SimpleUploadedFile(name, content), "title": name, "collection": collection}
    waits = editor.post(reverse(f"{library}:add_multiple"), sent).json()
    upload = UploadedFile.objects.get()
    address = reverse(f"{library}:create_multiple_from_uploaded_{what}", args=[upload.pk])
    fields = fields_of(waits["form"], address)
    assert not model.objects.exists()
    assert not [value for value in fields.values() if "object at" in str(value)], "what is not filled in is empty"

    again = editor.post(address, fields).json()
    assert "wij zeggen “opleider”" in again["form"]
    assert editor.post(address, fields | {f"uploaded-{what}-{upload.pk}-title": "Opleider"}).json()["success"]
    made = model.objects.get()
    assert (made.title, made.file.read()[:4]) == ("Opleider", content[:4])


@pytest.mark.parametrize("library", ["wagtailimages", "wagtaildocs"])
def test_a_form_for_a_new_image_or_document_is_empty_and_asks_for_a_file(editor: Client, library: str) -> None:
    address = reverse(f"{library}:add")
    fields = fields_of(editor.get(address).content.decode(), address)
    assert {value for name, value in fields.items() if name not in ("csrfmiddlewaretoken", "collection")} <= {""}

    answer = editor.post(address, fields | {"title": "Gids"}).content.decode()
    assert "Dit is een verplicht veld." in answer
    assert "Bestandsextensie" not in answer, "of a file that is not there"


def test_what_only_the_database_fills_in_stands_in_no_form() -> None:
    """An object that is not kept yet would hold the name of what the database will do, and a form would show that."""
    fields = [field for model in apps.get_models() for field in model._meta.concrete_fields]
    only_there = [
        str(field) for field in fields if field.editable and field.has_db_default() and not field.has_default()
    ]
    assert only_there == []


def test_a_name_of_which_nothing_can_be_kept_still_ends_in_its_extension(editor: Client) -> None:
    names = [
        "???.png",
        ".png",
        "\U0001f600\U0001f600.png",
        "日本語.png",
        "..png",
        "-_-.PNG",
        "\u202e.png",
        "ـ.png",
        "a b.png",
    ]
    collection = Collection.get_first_root_node().pk
    for name in names:
        file = SimpleUploadedFile(name, written(in_mode("RGB"), "PNG"))
        editor.post(reverse("wagtailimages:add"), {"title": "Naam", "collection": collection, "file": file})
    stored = [image.filename for image in PortalImage.objects.all()]
    assert len(stored) == len(names)
    assert all(name.lower().endswith(".png") and name[0].isalnum() for name in stored), stored

    for name in ("???.txt", ".txt", "\U0001f600.txt"):
        file = SimpleUploadedFile(name, b"tekst")
        editor.post(reverse("wagtaildocs:add"), {"title": "Naam", "collection": collection, "file": file})
    assert [document.file_extension for document in PortalDocument.objects.all()] == ["txt"] * 3


def test_the_picture_of_oneself_follows_the_same_rules(editor: Any) -> None:
    profile = UserProfile.get_for_user(User.objects.get())
    assert not ProfilePictureForm({}, {"avatar": SimpleUploadedFile(*BAD[1][:2])}, instance=profile).is_valid()

    photo = SimpleUploadedFile("ik.jpg", with_secrets("JPEG"))
    form = AvatarSettingsPanel.form_class({}, {"avatar": photo}, instance=profile)
    assert form.is_valid()
    form.save()

    profile.refresh_from_db()
    assert SECRET not in Path(profile.avatar.path).read_bytes()
