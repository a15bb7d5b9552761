"""Other pages of an owner for addresses that answer differently by the state of a page."""

from types import SimpleNamespace

STATES = ("draft", "public", "review", "locked", "planned", "restricted", "alias", "translated", "space")
"""Never published; published; waiting for an answer; locked; planned; behind a sign-in; an alias; in English; all."""

LABEL = " of "

EVERY_STATE = tuple(f"{LABEL}{state}" for state in STATES)

SOME_STATES = tuple(f"{LABEL}{state}" for state in ("review", "restricted", "space"))

MORE_PAGES: dict[str, tuple[str, ...]] = {
    "wagtail_serve": (f"{LABEL}published", *(thing for thing in EVERY_STATE if thing != f"{LABEL}draft")),
    "untranslated": (f"{LABEL}published", f"{LABEL}restricted", f"{LABEL}public"),
    "wagtailadmin_pages:edit": tuple(f"{LABEL}{state}" for state in ("review", "locked", "planned", "alias", "space")),
    "wagtailadmin_pages:view_draft": SOME_STATES,
    "wagtailadmin_pages:copy": SOME_STATES,
    "wagtailadmin_pages:history": (f"{LABEL}review",),
    "wagtailadmin_pages:usage": (f"{LABEL}restricted",),
    "wagtailadmin_pages:delete": (f"{LABEL}public", f"{LABEL}space"),
    "wagtailadmin_pages:unpublish": SOME_STATES,
    "wagtailadmin_pages:move": (f"{LABEL}public", f"{LABEL}space"),
    "wagtailadmin_explore": (f"{LABEL}space",),
    "wagtailadmin_choose_page_child": (f"{LABEL}draft", *SOME_STATES),
    "wagtailadmin_choose_page_chosen_multiple": (f"{LABEL}draft", *SOME_STATES),
    "wagtailadmin_api:pages:detail": (f"{LABEL}draft", f"{LABEL}restricted"),
    "wagtailadmin_api:pages:find": (f"{LABEL}draft", f"{LABEL}restricted"),
    "wagtail_bulk_action": (f"{LABEL}restricted",),
    "wagtail_localize:submit_page_translation": (f"{LABEL}space", f"{LABEL}restricted"),
}
"""The addresses that are asked for pages in other states too."""


def with_page(bundle: SimpleNamespace, question: str) -> SimpleNamespace:
    """Return what an owner has, with the page of this state in the place of the one an address usually takes."""
    page = getattr(bundle, question.removeprefix(LABEL))
    return SimpleNamespace(**{**vars(bundle), "published": page, "draft": page, "space": page})
