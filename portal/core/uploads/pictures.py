"""Makes an uploaded picture anew, so that it can be shown in every size and tells no more than it shows.

What comes out has eight bits per channel in sRGB, stands upright, is one still picture, and holds nothing but its
points: no EXIF, XMP, IPTC, comment, thumbnail or profile. Everything later (sizes, the picture to share, another
format) starts from such a picture, so no mode or depth of an upload can make it fail.
"""

from io import BytesIO
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

LONGEST_SIDE = 4096
"""Points; four times what the site shows. A larger picture is made smaller: writing it would take too long, and no
format for the web holds very long strips."""

MOST_FRAMES = 500
"""Of a moving picture, of which the first is kept; looking for more takes longer than an editor waits."""

KINDS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
"""What Pillow calls the formats that are taken, and what Willow and we call them. MPO is read as JPEG first."""

LAST_BYTES = {"PNG": b"IEND\xaeB`\x82", "GIF": b";"}
"""How a whole file ends, where Pillow is content without; formats that are not here are checked while decoding."""

SAVED = {
    "jpeg": {"quality": 90},
    "png": {},
    "gif": {},
    "webp": {"quality": 90, "method": 2},
    "avif": {"quality": 85, "speed": 9},
}


class Picture(NamedTuple):
    """A picture that was made anew."""

    content: bytes
    kind: str


def made_anew(content: bytes, longest: int = LONGEST_SIDE) -> Picture:
    """Return the picture in the same format, its longest side at most `longest` points.

    Raises ValidationError, to be read by an editor, for a picture that is damaged, too large or of an unknown kind.
    """
    try:
        image = _opened(content)
        _whole(image, content)
        if _frames(image) > 1:
            image = _opened(content)  # not every format leads back to its first frame as it was
        return _saved(_plain(image, longest), KINDS[image.format or ""], content)
    except ValidationError:
        raise
    except Image.DecompressionBombError as error:
        raise ValidationError(
            _("This picture has far too many points. Make it smaller, and upload it again.")
        ) from error
    except Exception as error:  # decoders of damaged files raise whatever comes to them
        raise ValidationError(
            _("This picture is damaged or incomplete. Open it, save it anew, and upload it again."),
            code="invalid_image",
        ) from error


def _opened(content: bytes) -> Image.Image:
    """Read the head only; raises ValidationError when the picture has more points than may be decoded."""
    image = Image.open(BytesIO(content), formats=[kind for kind in KINDS if kind != "MPO"])
    if (frames := _frames(image)) > MOST_FRAMES:
        raise ValidationError(
            _("This picture moves on and on: at most %(most)d frames are possible. Upload one of them.")
            % {"most": MOST_FRAMES},
            code="too_many_frames",
        )
    points = image.width * image.height * frames
    if points > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS / 1e6
        raise ValidationError(
            _(
                "This picture has %(found).1f megapixels, at most %(most)d are possible. Make it smaller, and upload it"
                " again. In a moving picture all its frames count."
            )
            % {"found": points / 1e6, "most": most},
            code="file_too_many_pixels",
        )
    return image


def _frames(image: Image.Image) -> int:
    """Return how many pictures are in the file; of a photo with others behind it (MPO) only the photo counts.

    Those of a GIF are counted by reading on, so no further than what is too much anyway.
    """
    if image.format == "GIF" and not image.tell():
        too_many = min(MOST_FRAMES, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // max(1, image.width * image.height))
        try:
            image.seek(too_many)
        except EOFError:
            image.seek(0)
        else:
            return MOST_FRAMES + 1 if too_many == MOST_FRAMES else too_many + 1
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def _whole(image: Image.Image, content: bytes) -> None:
    """Decode every frame; raises whatever the decoder does when the file is not whole."""
    for number in range(_frames(image)):
        image.seek(number)
        image.load()
    ending = LAST_BYTES.get(image.format or "", b"")
    if ending not in content[-64:].rstrip(b"\0\r\n\t ")[-len(ending) - 32 :]:
        raise OSError("the end is missing")


def _plain(image: Image.Image, longest: int) -> Image.Image:
    """Return the first frame upright, in RGB or RGBA, in the colours that its profile means."""
    image.load()
    profile = image.info.get("icc_profile")
    image = _upright(image)
    image = _eight_bits(image)
    if max(image.size) > longest:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB") if image.mode == "P" else image
        image.thumbnail((longest, longest))
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    colours = _in_srgb(image, profile)
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as its orientation says; damaged EXIF says nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # whatever a reader of EXIF meets in bytes that anybody can write
        return image.copy()


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16 bits, 32 bits or floats in shades of eight bits; Pillow itself would cut off the light."""
    if image.mode.startswith("I;16"):
        image = image.convert("I")
        top = 65535.0
    elif image.mode in {"I", "F"}:
        top = 65535.0 if (largest := float(image.getextrema()[1])) <= 65535 else largest  # type: ignore[arg-type]
    else:
        return image
    return image.convert("F").point(lambda shade: shade * (255.0 / top) + 0.5).convert("L")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the colours in sRGB; without a usable profile as Pillow reads them."""
    if image.mode not in {"RGB", "CMYK", "LAB", "L"}:
        image = image.convert("RGB")
    try:
        if source := _profile(image.mode, profile):
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
            changed = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), intent, outputMode="RGB", flags=flags
            )
            if changed is not None:
                return changed
    except (ImageCms.PyCMSError, OSError, ValueError):
        pass  # a profile for another kind of colours, or a damaged one
    return image.convert("RGB")


def _profile(mode: str, profile: bytes | None) -> Any:
    if profile:
        return ImageCms.ImageCmsProfile(BytesIO(profile))
    return ImageCms.createProfile("LAB") if mode == "LAB" else None


def _saved(image: Image.Image, kind: str, content: bytes) -> Picture:
    """Write the picture in its own format; WebP without loss stays so."""
    options: dict[str, Any] = dict(SAVED[kind])
    if kind == "webp" and content[12:16] != b"VP8 " and b"VP8L" in content[:64]:
        options = {"lossless": True, "method": 2}
    if kind == "gif" and image.mode == "RGBA":
        image, options = _with_palette(image)
    output = BytesIO()
    image.save(output, kind, **options)
    return Picture(output.getvalue(), kind)


def _with_palette(image: Image.Image) -> tuple[Image.Image, dict[str, Any]]:
    """Return a picture with 255 colours and one for what is transparent, as a GIF has it."""
    colours = image.convert("RGB").quantize(255)
    colours.paste(255, mask=image.getchannel("A").point(lambda alpha: 255 if alpha < 128 else 0))
    return colours, {"transparency": 255}
