"""How the rule of a training group explains what one finds with groups and locations."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.translation import gettext as _

from curriculum.request_context import curriculum_context
from portal.core.facets import Choice
from search.explanations import Explanation


def explain_groups(request: HttpRequest, chosen: Choice, nothing: bool) -> Iterator[Explanation]:
    """Yield the training groups whose rule explains what is found, or why nothing is, each with its address."""
    groups, locations = chosen.get("groep", ()), chosen.get("locatie", ())
    if not groups and not locations:
        return
    known = curriculum_context(request)
    for found in known.groups:
        if found.explains(groups, locations) or (nothing and found.facts.slug in groups and found.meets_at):
            words = {"group": found.group.name, "places": ", ".join(str(place) for place in found.meets_at)}
            yield Explanation(
                text=_("%(group)s meets at %(places)s. Look for its labs there.") % words,
                rule=found.group.rule,
                rule_of=found.group,
                url=known.page_urls.group(found.group),
                link=_("About %(group)s") % words,
            )
