"""Dutch texts and their English counterparts, collected while a command builds the Dutch site."""

from typing import Any

from wagtail_localize.strings import StringValue


class Words:
    """What each Dutch text is in English.

    Texts that are the same in both languages (names, codes, numbers) are added as such, so that a
    text nobody translated is an error and never a Dutch sentence on an English page.
    """

    def __init__(self) -> None:
        self._english: dict[str, str] = {}
        self.slugs: dict[str, str] = {}
        """English slug per translation key of a page, where it differs from the Dutch one."""

    def add(self, dutch: str, english: str) -> str:
        """Remember a pair and return the Dutch text; raises ValueError for a second, different English text."""
        stored = _stored(english)
        known = self._english.setdefault(_stored(dutch), stored)
        if known != stored:
            raise ValueError(f"two English texts for {dutch!r}: {known!r} and {english!r}")
        return dutch

    def same(self, text: str) -> str:
        """Remember a text that is the same in both languages."""
        return self.add(text, text)

    def text(self, entry: dict[str, Any], field: str) -> str:
        """Return the Dutch text of `field_nl` and remember `field_en`; empty when the entry has neither."""
        dutch, english = entry.get(f"{field}_nl", ""), entry.get(f"{field}_en", "")
        if bool(dutch) != bool(english):
            raise ValueError(f"only one language for {field}: {dutch or english!r}")
        return self.add(dutch, english) if dutch else ""

    def lines(self, entry: dict[str, Any], field: str) -> list[str]:
        """Return the Dutch list of `field_nl` and remember each English counterpart."""
        pairs = zip(entry.get(f"{field}_nl", []), entry.get(f"{field}_en", []), strict=True)
        return [self.add(dutch, english) for dutch, english in pairs]

    def paragraphs(self, entry: dict[str, Any], field: str) -> list[str]:
        """Return the Dutch paragraphs of `field_nl`, parted by empty lines, and remember each in English."""
        pairs = zip(entry[f"{field}_nl"].split("\n\n"), entry[f"{field}_en"].split("\n\n"), strict=True)
        return [self.add(dutch.strip(), english.strip()) for dutch, english in pairs]

    def joined(self, entry: dict[str, Any], field: str) -> str:
        """Return a Dutch list as one text, an item a line, and remember the English one."""
        return self.add("\n".join(entry[f"{field}_nl"]), "\n".join(entry[f"{field}_en"]))

    def english(self, dutch: str) -> str:
        """Return the English counterpart, both as wagtail-localize stores them; raises KeyError when unknown."""
        return self._english[dutch] if any(letter.isalpha() for letter in dutch) else dutch


def _stored(text: str) -> str:
    """Return plain text as wagtail-localize stores it: escaped, with a mark for each new line."""
    return str(StringValue.from_plaintext(text).data)
