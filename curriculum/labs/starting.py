"""A new lab begins with what its space knows."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import init_new_page

from curriculum.labs.kinds import WEEK_OF_SKILLS
from curriculum.labs.models import LabPage
from curriculum.labs.rows import LabLocation
from portal.core.models.pages import PageSector


@receiver(init_new_page)
def start_with_what_the_space_knows(page: Page, parent: Page, **kwargs: Any) -> None:
    """Fill in the location, the sectors and the week of a new lab; the editor changes what is different."""
    if not isinstance(page, LabPage):
        return
    lab: Any = page
    space = parent.specific
    lab.week_in_cycle = WEEK_OF_SKILLS
    if space._meta.model_name == "locationpage":
        lab.places = [LabLocation(location=space)]
    if space.partner:
        lab.sectors = [PageSector(code=code) for code in space.partner.sectors]
