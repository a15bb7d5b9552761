"""Names of programme variants for places that know them by their key only."""

from curriculum.groups.models import ProgrammeVariant
from portal.core.content_cache import kept
from portal.core.models.facts import readable


@kept(size=4)
def variant_names(language: str) -> dict[str, str]:
    """Return key → name in a language, or in Dutch where it is not translated."""
    rows = readable(ProgrammeVariant).values_list("slug", "name", "locale__language_code")
    return {slug: name for slug, name, _code in sorted(rows, key=lambda row: row[2] == language)}
