"""Pictures as they come from cameras, scanners, drawing programs and people who mean harm."""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

SECRET = b"GEHEIM-52.0907N"
MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "HSV", "LAB", "I", "F", "I;16")
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}
SIZES = ((64, 48), (1, 1), (1, 3000), (3000, 2))
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>' + SECRET + b"</a></x:xmpmeta>"


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def in_mode(mode: str, size: tuple[int, int] = (64, 48)) -> Image.Image:
    """Return a picture that runs from dark on the left to light on the right, with a see-through corner."""
    shades = Image.linear_gradient("L").rotate(90).resize(size)
    if mode in {"I", "F"} or mode.startswith("I;16"):
        deep = shades.convert("I").point(lambda shade: shade * 257)
        return deep.convert(mode)
    image = shades.convert("RGB").convert(mode) if mode != "LAB" else _lab(shades)
    if mode in {"LA", "RGBA"}:
        image.putpixel((0, 0), (*image.getpixel((0, 0))[:-1], 0))
    return image


def _lab(shades: Image.Image) -> Image.Image:
    flat = Image.new("L", shades.size, 128)
    return Image.merge("LAB", (shades, flat, flat))


def every_kind() -> Iterator[tuple[str, bytes]]:
    """Yield a name and content for every format, mode and size that Pillow can write, moving ones and albums too."""
    for kind, extension in EXTENSIONS.items():
        for mode in MODES:
            for size in SIZES if mode in {"RGBA", "P", "RGB"} else SIZES[:1]:
                try:
                    yield f"{mode}-{size[0]}x{size[1]}.{extension}".replace(";", ""), written(in_mode(mode, size), kind)
                except (OSError, ValueError):
                    continue  # this format has no such mode
    frames = [in_mode("RGB"), in_mode("RGB").rotate(180), in_mode("RGB").rotate(90)]
    for kind in ("GIF", "PNG", "WEBP", "AVIF"):
        content = written(frames[0], kind, save_all=True, append_images=frames[1:])
        yield f"moving.{EXTENSIONS[kind]}", content
    yield "album.jpg", written(frames[0], "MPO", save_all=True, append_images=frames[1:])
    see_through = in_mode("P")
    yield "key.png", written(see_through, "PNG", transparency=3)
    yield "key.gif", written(see_through, "GIF", transparency=3)
    yield "grey-key.png", written(in_mode("L"), "PNG", transparency=3)
    yield "deep-grey.jpg", written(in_mode("L"), "JPEG", icc_profile=swapped_profile())  # a profile for other colours
    yield "no-profile.png", written(in_mode("RGB"), "PNG", icc_profile=b"no profile at all")
    yield "broken-exif.jpg", written(in_mode("RGB"), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")


def with_secrets(kind: str, orientation: int = 6) -> bytes:
    """Return a picture, red on the left and blue on the right as it lies, that says who made it and where."""
    image = Image.new("RGB", (60, 40), "red")
    image.paste("blue", (30, 0, 60, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = SECRET.decode()
    exif[0x8825] = {1: "N", 29: SECRET.decode()}
    options: dict[str, Any] = {"exif": exif, "xmp": XMP, "comment": SECRET}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", SECRET.decode())
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options |= {"pnginfo": notes}
    if kind == "GIF":
        options.pop("exif")
    content = written(image, kind, **options)
    return _with_iptc(content) if kind == "JPEG" else content


def _with_iptc(content: bytes) -> bytes:
    record = b"\x1c\x02\x50" + struct.pack(">H", len(SECRET)) + SECRET
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    return content[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + content[2:]


def swapped_profile() -> bytes:
    """Return a profile in which what is stored as red means blue."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for number in range(struct.unpack(">I", profile[128:132])[0]):
        at = 132 + 12 * number
        names = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
        profile[at : at + 4] = names.get(bytes(profile[at : at + 4]), profile[at : at + 4])
    return bytes(profile)


def damaged() -> Iterator[tuple[str, bytes]]:
    """Yield a name and content of files that are no whole picture, in every format."""
    for kind, extension in EXTENSIONS.items():
        moving = {"save_all": True, "append_images": [in_mode("RGB").rotate(180)]} if kind != "JPEG" else {}
        for options in ({}, moving):
            whole = written(in_mode("RGB"), kind, **options)
            for length in (1, 12, 33, len(whole) // 2, int(len(whole) * 0.9), len(whole) - 20, len(whole) - 1):
                yield f"cut-{length}.{extension}", whole[:length]
        yield f"text.{extension}", b"just text, and more of it\n" * 20
        yield f"head.{extension}", whole[:16] + b"x" * 500
    for brand in (b"avif", b"avis", b"mif1", b"heic"):
        yield f"{brand.decode()}.avif", b"\0\0\0\x1cftyp" + brand + b"\0\0\0\0" + b"text" * 20
