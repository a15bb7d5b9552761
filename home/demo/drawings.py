"""The pictures of the demo site: gables and sector shapes of the house style, drawn, never photographed.

Everything is drawn on the 220 x 260 grid of the gables and scaled up; colours are those of the light theme.
"""

from collections.abc import Callable, Iterable
from io import BytesIO

from PIL import Image, ImageDraw

Point = tuple[float, float]
Shape = list[Point]

WIDTH, HEIGHT = 1200, 675
"""Size of a picture in pixels."""
OVERSAMPLE = 2
"""Drawn twice as large and scaled down, so that slanted edges are smooth."""
GROUND = 600

SKY, PAPER, INK, LAMP = "#d6e8ec", "#ffffff", "#10231d", "#ffc93c"
TREE, TRUNK, FAR = "#4d8a63", "#43564d", "#bcd0d6"
GABLE_COLOURS = {"tien": "#a8402f", "doorn": "#2f6243", "maarsbergen": "#86590f", "unic": "#2f4f7c", "huis": "#123d31"}
SECTOR_COLOURS = {"po": "#b8470b", "vo": "#1f5fae", "mbo": "#2b7a3d", "hbo": "#a3246f", "wo": "#5a3fa6"}


def _curve(start: Point, first: Point, second: Point, end: Point, steps: int = 16) -> Shape:
    """Return points on a cubic Bezier curve, end included, start left out."""
    points = []
    for step in range(1, steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        points.append(
            (
                sum(w * p[0] for w, p in zip(weights, (start, first, second, end), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (start, first, second, end), strict=True)),
            )
        )
    return points


def _bell() -> list[Shape]:
    """Return the three bars of the bell gable, the only one with curves."""
    left = [
        (0, 260),
        (0, 152),
        *_curve((0, 152), (0, 122), (30, 134), (46, 108)),
        *_curve((46, 108), (56, 92), (62, 84), (70, 82)),
    ]
    middle = [(75, 260), (75, 80), *_curve((75, 80), (75, 50), (91, 36), (110, 36))]
    middle += [*_curve((110, 36), (129, 36), (145, 50), (145, 80)), (145, 260)]
    right = [(220 - x, y) for x, y in left]
    return [[*left, (70, 260)], middle, [*right, (150, 260)]]


GABLES: dict[str, list[Shape]] = {
    "tien": [
        [(0, 260), (0, 132), (24, 132), (24, 107), (47, 107), (47, 82), (70, 82), (70, 260)],
        [(75, 260), (75, 60), (92, 60), (92, 38), (128, 38), (128, 60), (145, 60), (145, 260)],
        [(150, 260), (150, 82), (173, 82), (173, 107), (196, 107), (196, 132), (220, 132), (220, 260)],
    ],
    "doorn": [
        [(0, 260), (0, 180), (70, 148), (70, 260)],
        [(75, 260), (75, 146), (145, 114), (145, 260)],
        [(150, 260), (150, 112), (220, 80), (220, 260)],
    ],
    "maarsbergen": [
        [(0, 260), (0, 178), (24, 122), (70, 100), (70, 260)],
        [(75, 260), (75, 98), (110, 84), (145, 98), (145, 260)],
        [(150, 260), (150, 100), (196, 122), (220, 178), (220, 260)],
    ],
    "unic": _bell(),
    "huis": [
        [(0, 260), (0, 140), (70, 84), (70, 260)],
        [(75, 260), (75, 80), (110, 52), (145, 80), (145, 260)],
        [(150, 260), (150, 84), (220, 140), (220, 260)],
    ],
}
"""Three bars that make a gable, left to right."""

SECTOR_SHAPES: dict[str, Shape] = {
    "vo": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "mbo": [(0, -1.15), (1.1, 1), (-1.1, 1)],
    "hbo": [(0, -1.25), (1.1, 0), (0, 1), (-1.1, 0)],
    "wo": [(0, -1.2), (1.1, -0.35), (0.7, 1), (-0.7, 1), (-1.1, -0.35)],
}
"""Corners of the sector shapes around their middle; po is a circle."""


class Canvas:
    """A picture in the making."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * OVERSAMPLE, HEIGHT * OVERSAMPLE), SKY)
        self.draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Iterable[Point], colour: str) -> None:
        """Fill a shape."""
        self.draw.polygon([(x * OVERSAMPLE, y * OVERSAMPLE) for x, y in points], fill=colour)

    def circle(self, middle: Point, radius: float, colour: str) -> None:
        """Fill a circle."""
        (x, y), size = middle, radius
        box = [(x - size) * OVERSAMPLE, (y - size) * OVERSAMPLE, (x + size) * OVERSAMPLE, (y + size) * OVERSAMPLE]
        self.draw.ellipse(box, fill=colour)

    def rectangle(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        self.polygon([(left, top), (left + width, top), (left + width, top + height), (left, top + height)], colour)

    def gable(self, name: str, left: float, scale: float, lit: int = 0, colour: str = "") -> None:
        """Draw a house on the ground; `lit` is the bar (1-3) with the light on, 0 for none."""
        top = GROUND - 260 * scale
        for number, bar in enumerate(GABLES[name], start=1):
            points = [(left + x * scale, top + y * scale) for x, y in bar]
            self.polygon(points, colour or GABLE_COLOURS[name])
            if not colour:
                self._panes(left + (75 * (number - 1) + 13) * scale, scale, LAMP if number == lit else PAPER)

    def _panes(self, left: float, scale: float, colour: str) -> None:
        for row in range(2):
            for column in range(2):
                self.rectangle(
                    left + column * 27 * scale, GROUND - (84 - 40 * row) * scale, 17 * scale, 26 * scale, colour
                )

    def tree(self, x: float, height: float, pointed: bool = False) -> None:
        """Draw a tree on the ground."""
        self.rectangle(x - 4, GROUND - height * 0.5, 8, height * 0.5, TRUNK)
        if pointed:
            base = GROUND - height * 0.3
            self.polygon([(x, GROUND - height), (x + height * 0.28, base), (x - height * 0.28, base)], TREE)
        else:
            self.circle((x, GROUND - height * 0.62), height * 0.32, TREE)

    def sector(self, code: str, middle: Point, size: float) -> None:
        """Draw the shape of a sector."""
        if code == "po":
            self.circle(middle, size, SECTOR_COLOURS[code])
        else:
            self.polygon(
                [(middle[0] + x * size, middle[1] + y * size) for x, y in SECTOR_SHAPES[code]], SECTOR_COLOURS[code]
            )

    def person(self, code: str, x: float, size: float) -> None:
        """Draw somebody from a sector: the shape with a head on it."""
        self.sector(code, (x, GROUND - size), size)
        self.circle((x, GROUND - size * 2.55), size * 0.36, INK)

    def png(self) -> bytes:
        """Return the finished picture on its ground, as PNG."""
        self.rectangle(0, GROUND, WIDTH, HEIGHT - GROUND, PAPER)
        self.rectangle(0, GROUND, WIDTH, 6, INK)
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        buffer = BytesIO()
        small.quantize(colors=64).save(buffer, format="PNG", optimize=True)
        return buffer.getvalue()


def location(gable: str) -> bytes:
    """Draw one location between trees and far houses."""
    canvas = Canvas()
    canvas.gable("huis", 60, 0.9, colour=FAR)
    canvas.gable("maarsbergen", 930, 0.9, colour=FAR)
    canvas.tree(310, 230, pointed=gable in {"doorn", "maarsbergen"})
    canvas.tree(900, 190)
    canvas.gable(gable, 380, 2.0, lit=3)
    return canvas.png()


def crossing(sectors: list[str]) -> bytes:
    """Draw two people from different sectors who meet in front of the house."""
    canvas = Canvas()
    canvas.gable("tien", 40, 1.2, colour=FAR)
    canvas.gable("unic", 880, 1.2, colour=FAR)
    learner, teacher = sectors[0], sectors[-1]
    for x in (375, 865):
        canvas.person(teacher, x, 28)
    canvas.person(learner, 510, 95)
    canvas.person(teacher, 730, 95)
    return canvas.png()


def week(lit: int) -> bytes:
    """Draw the house of the rhythm with one bar lit; 0 leaves it dark."""
    canvas = Canvas()
    for x, height in ((200, 210), (960, 260), (1070, 180)):
        canvas.tree(x, height, pointed=height > 200)
    canvas.gable("huis", 380, 2.0, lit=lit)
    return canvas.png()


def gathering(sectors: list[str]) -> bytes:
    """Draw people of several sectors side by side."""
    canvas = Canvas()
    canvas.gable("maarsbergen", 480, 1.1, colour=FAR)
    step = WIDTH / (len(sectors) + 1)
    for number, code in enumerate(sectors, start=1):
        canvas.person(code, step * number, 80)
    return canvas.png()


DRAWINGS: dict[str, tuple[str, str, Callable[[], bytes]]] = {
    "academie-tien": ("Trapgevel van Academie Tien", "Stepped gable of Academie Tien", lambda: location("tien")),
    "nxt-doorn": ("Oplopend dak van NXT Doorn", "Rising roof of NXT Doorn", lambda: location("doorn")),
    "nxt-maarsbergen": (
        "Schuurdak van NXT Maarsbergen",
        "Barn roof of NXT Maarsbergen",
        lambda: location("maarsbergen"),
    ),
    "unic": ("Klokgevel van UniC", "Bell gable of UniC", lambda: location("unic")),
    "voorbeeldlocatie": ("Huis van een verzonnen locatie", "House of an invented location", lambda: location("huis")),
    "week-1": (
        "Huis met licht in de eerste week van het ritme",
        "House with light in the first week of the rhythm",
        lambda: week(1),
    ),
    "week-2": (
        "Huis met licht in de tweede week van het ritme",
        "House with light in the second week of the rhythm",
        lambda: week(2),
    ),
    "week-3": (
        "Huis met licht in de derde week van het ritme",
        "House with light in the third week of the rhythm",
        lambda: week(3),
    ),
    "samen": (
        "Mensen uit po, vo, mbo, hbo en wo naast elkaar",
        "People from po, vo, mbo, hbo and wo side by side",
        lambda: gathering(["po", "vo", "mbo", "hbo", "wo"]),
    ),
    "wo-naar-mbo": (
        "Iemand van de universiteit en iemand van het mbo",
        "Somebody from the university and somebody from vocational education",
        lambda: crossing(["wo", "mbo"]),
    ),
    "vo-naar-po": (
        "Iemand uit het vo en iemand uit het po",
        "Somebody from secondary and somebody from primary education",
        lambda: crossing(["vo", "po"]),
    ),
    "po-naar-vo": (
        "Iemand uit het po en iemand uit het vo",
        "Somebody from primary and somebody from secondary education",
        lambda: crossing(["po", "vo"]),
    ),
    "mbo-naar-vo": (
        "Iemand uit het mbo en iemand uit het vo",
        "Somebody from vocational and somebody from secondary education",
        lambda: crossing(["mbo", "vo"]),
    ),
}
"""Every picture by its name: what it shows, in Dutch and in English, and how it is drawn."""
