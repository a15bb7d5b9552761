"""The street of the home page as a picture, for whoever shares the address: the houses as they are at this moment."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from resvg_py import svg_to_bytes
from wagtail.models import Locale

from curriculum.request_context import curriculum_context
from home.models import HomePage
from locations.street import StreetHouse, street_now
from portal.core.printable import printable
from portal.core.reading import localized
from portal.core.site_roots import site_for

LETTERS = Path(__file__).parent / "commissioner-bold.ttf"
"""The letters of the site in a form that the drawer of pictures reads, under their licence beside it."""
COLOURS = (Path(__file__).parent / "picture.css").read_text(encoding="utf-8")
LEFT, RIGHT, WIDEST = 60, 1140, 250
"""Where the street begins and ends in the picture, and how wide one is at most."""
GROUND = 536
"""How low the ground is that the houses stand on."""
SECONDS = 300
"""How long whoever fetched it may show it."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A house with its place in the picture, in whole points."""

    house: StreetHouse
    x: int
    width: int

    @property
    def letters(self) -> int:
        """How large its name is written, so that the names of a long street do not run into each other."""
        return min(28, self.width // 9)

    @property
    def height(self) -> int:
        """How high it is: the drawing of a house is 300 wide and 230 high."""
        return self.width * 230 // 300

    @property
    def y(self) -> int:
        """Where it begins, so that it stands on the ground."""
        return GROUND - self.height

    @property
    def middle(self) -> int:
        """Where its name stands."""
        return self.x + self.width // 2


@require_safe
def street_picture(request: HttpRequest) -> HttpResponse:
    """Answer with the street as it is now as PNG, 1200 x 630 points; 404 where there is no home page."""
    site = site_for(request)
    dutch = get_object_or_404(HomePage.objects.live(), pk=site.root_page_id if site else None)
    (home,) = localized([dutch], Locale.get_active())
    street = street_now(home.locations(), curriculum_context(request).offer, home.locale)
    context = {"home": home, "plots": _plots(street.houses)}
    drawing = render_to_string("locations/drawings/street_picture.html", context, request)
    return HttpResponse(_png(printable(drawing)), "image/png", headers={"Cache-Control": f"max-age={SECONDS}"})


def _plots(houses: tuple[StreetHouse, ...]) -> list[Plot]:
    """Return where each house stands: side by side, each in the middle of its part of the street."""
    part = (RIGHT - LEFT) // max(len(houses), 1)
    width = min(part, WIDEST)
    return [Plot(house, LEFT + number * part + (part - width) // 2, width) for number, house in enumerate(houses)]


@lru_cache(maxsize=8)
def _png(drawing: str) -> bytes:
    """Return a drawing as picture; the last ones are kept, as the street is the same for minutes to hours."""
    drawn = svg_to_bytes(svg_string=drawing, style_sheet=COLOURS, font_files=[str(LETTERS)], skip_system_fonts=True)
    return bytes(drawn)
