"""An address as a code that a telephone reads from paper.

The library is the one that the codes of the second factor are drawn with.
"""

from django.utils.safestring import SafeString, mark_safe
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_L
from qrcode.image.svg import SvgPathImage

EDGE = 4
"""White around the code, in modules: readers need it (ISO/IEC 18004)."""


def code_of(address: str) -> SafeString:
    """Return an address as the SVG of a QR code."""
    code = QRCode(error_correction=ERROR_CORRECT_L, border=EDGE)
    code.add_data(address)
    drawing = code.make_image(image_factory=SvgPathImage).to_string(encoding="unicode")
    return mark_safe(drawing)  # safe: the address is in it as modules, not as words
