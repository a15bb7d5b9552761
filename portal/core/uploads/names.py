"""Names under which uploads are kept: never empty, and always with their extension."""

import re
from pathlib import PurePath

from wagtail.coreutils import string_to_ascii

NAMELESS = "bestand"
EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")


def kept_name(name: str) -> str:
    """Return the name of an upload, or "bestand" with its extension when a storage could write nothing of the name.

    A storage leaves out all but letters, digits, `-`, `_` and `.`, and pictures are kept in ASCII; of a name such as
    "???.png" that leaves ".png", which has no extension any more.
    """
    name = PurePath(name.replace("\\", "/").replace("\0", "").strip()).name
    found = EXTENSION.search(name)
    extension = found[0] if found else ""
    stem = name.removesuffix(extension).lstrip(".- ")  # no hidden file, and nothing a command takes for an option
    written = string_to_ascii(re.sub(r"[^\w]", "", stem))
    return f"{stem if re.search(r'[A-Za-z0-9]', written) else NAMELESS}{extension}"
