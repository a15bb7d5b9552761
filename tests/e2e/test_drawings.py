"""Drawings are extra: without the stylesheet they keep a size, and no letters stand on their own colour."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.addresses import gated_addresses
from tests.e2e.site import DemoSite

pytestmark = pytest.mark.e2e

WIDEST = 1000
"""Points: as wide as the widest drawing is meant to be."""
HARD_TO_READ = """widest => [...document.querySelectorAll('svg')].flatMap(drawing => {
    const shapes = [...drawing.querySelectorAll('path, rect, circle')].filter(
        shape => getComputedStyle(shape).fill !== 'none')
    const covered = [...drawing.querySelectorAll('text')].filter(text => {
        const box = text.getBBox()
        const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(text.getScreenCTM())
        return shapes.some(shape =>
            getComputedStyle(shape).fill === getComputedStyle(text).fill &&
            shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse())))
    })
    const size = drawing.getBoundingClientRect().width
    return [...covered.map(text => text.textContent.trim()), ...(size > widest ? [`${size} points wide`] : [])]
})"""
"""The letters that have the colour of the shape below them, and the drawings that are larger than they were drawn."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_stylesheet_the_letters_in_a_drawing_can_be_read_and_it_keeps_its_size(
    demo: DemoSite, new_context: Callable[..., BrowserContext], scheme: str
) -> None:
    page = new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}).new_page()
    page.route("**/*.css", lambda route: route.abort())
    findings = []
    for name, language, path in gated_addresses(demo):
        if language == "nl":
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
            findings += [f"{name}: {found}" for found in page.evaluate(HARD_TO_READ, WIDEST)]

    assert findings == []
