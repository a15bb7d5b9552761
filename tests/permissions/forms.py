"""What a browser would send: the fields of a form on a page, read from its HTML."""

from typing import Any

from bs4 import BeautifulSoup, Tag

IGNORED = {"submit", "button", "image", "reset", "file"}


def fields_of(html: str, action: str = "") -> dict[str, Any]:
    """Return the fields of the form that posts to `action`, or of the first that posts anything but a sign-out.

    Raises LookupError when there is no such form.
    """
    soup = BeautifulSoup(html, "html.parser")
    for form in soup.find_all("form"):
        target = str(form.get("action") or "")
        if str(form.get("method", "")).lower() != "post" or "logout" in target or "dismiss" in target:
            continue
        if not action or target.partition("?")[0] == action:
            return _fields(form, soup)
    raise LookupError(f"no form for {action or 'sending'} on the page")


def _fields(form: Tag, soup: BeautifulSoup) -> dict[str, Any]:
    identity = form.get("id")
    outside = soup.find_all(attrs={"form": identity}) if identity else []
    found: dict[str, Any] = {}
    for field in [*form.find_all(["input", "textarea", "select"]), *outside]:
        name = field.get("name")
        if not name or field.get("type") in IGNORED or field.has_attr("disabled"):
            continue
        for value in _values(field):
            found.setdefault(str(name), []).append(value)
    for stream in form.select("[data-block]"):
        found.setdefault(f"{stream.get('id')}-count", ["0"])
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _values(field: Tag) -> list[str]:
    if field.name == "textarea":
        return [field.text.removeprefix("\n")]  # a browser leaves out the line break that Django puts in front
    if field.name == "select":
        chosen = [str(option.get("value", "")) for option in field.find_all("option") if option.has_attr("selected")]
        return chosen or (
            [] if field.has_attr("multiple") else [str(o.get("value", "")) for o in field.find_all("option")][:1]
        )
    if field.get("type") in ("checkbox", "radio"):
        return [str(field.get("value", "on"))] if field.has_attr("checked") else []
    return [str(field.get("value", ""))]
