"""Archives as office files are, with whatever should not be in them."""

import io
import zipfile


def zipped(parts: dict[str, bytes], **options: int) -> bytes:
    """An archive of these parts; `external` is the mode of each file in it, `flags` what its head says."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = options.get("external", 0o600) << 16
            archive.writestr(info, content)
    content = made.getvalue()
    if flags := options.get("flags", 0):
        for head, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
            begin = content.find(head)
            while begin != -1:
                content = content[: begin + place] + bytes([flags]) + content[begin + place + 1 :]
                begin = content.find(head, begin + 4)
    return content
