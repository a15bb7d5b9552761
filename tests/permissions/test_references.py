"""What a page may refer to is one question, whatever the kind of field and whatever the road into the page."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.log_actions import LogContext
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from portal.partners.rights import Role
from tests.permissions.canaries import seen
from tests.permissions.forms import fields_of
from tests.permissions.spellings import spellings
from tests.permissions.world import World

THINGS: dict[str, tuple[str, str, bool]] = {
    "own image": ("a", "image", True),
    "their image": ("b", "image", False),
    "shared image": ("k", "shared_image", True),
    "own document": ("a", "document", True),
    "their document": ("b", "document", False),
    "own draft": ("a", "draft", True),
    "their draft": ("b", "draft", False),
    "their restricted page": ("b", "restricted", False),
    "their public page": ("b", "public", True),
}
"""Things of several owners, and whether an editor of the first may refer to them."""

Form = tuple[str, str, int]
"""How something is referred to, what it is, and in which spelling; 0 is the plain one."""

FORMS = ("field", "picture", "link", "embed")
forms = st.lists(
    st.tuples(st.sampled_from(FORMS), st.sampled_from(sorted(THINGS)), st.sampled_from([0] * 6 + list(range(1, 18)))),
    min_size=1,
    max_size=3,
)


def thing(world: World, name: str) -> Any:
    letter, attribute, _allowed = THINGS[name]
    return getattr(world.bundles[letter], attribute)


def fitting(form: Form) -> bool:
    """Whether this kind of field can hold this kind of thing."""
    return ("image" in form[1]) == (form[0] != "link")


def html(world: World, form: Form) -> str:
    how, name, spelled = form
    key = thing(world, name).pk
    text = spellings(key)[spelled - 1] if spelled else str(key)
    if how == "embed":
        return f'<embed embedtype="image" id="{text}" format="left" alt="x"/>'
    kind = "document" if "document" in name else "page"
    return f'<p><a linktype="{kind}" id="{text}">Lees</a></p>'


def put_in(world: World, page: Any, form: Form) -> None:
    """Refer to something, in memory."""
    if form[0] == "field":
        page.listing_image = thing(world, form[1])
    elif form[0] == "picture":
        picture = {"image": thing(world, form[1]), "alt_text": "x", "decorative": False, "caption": ""}
        page.body.append(("picture", picture))
    else:
        page.body.append(("paragraph", html(world, form)))


@settings(max_examples=min(settings().max_examples, 400) // 2, deadline=None, suppress_health_check=list(HealthCheck),
          phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
@given(found=forms, live=st.booleans())
def test_nothing_is_kept_that_its_author_may_not_refer_to(world: World, found: list[Form], live: bool) -> None:
    wanted = [form for form in found if fitting(form)]
    only_words = [form[2] != 0 and form[0] in ("link", "embed") for form in wanted]  # a key spelled otherwise is none
    allowed = all(THINGS[form[1]][2] or words for form, words in zip(wanted, only_words, strict=True))
    page = Page.objects.get(pk=world.bundles["a"].draft.pk).specific
    for form in wanted:
        put_in(world, page, form)

    assert kept(world, page, live) == allowed, wanted


def kept(world: World, page: Any, live: bool = False) -> bool:
    """Whether an editor of the first partner can have a page kept, without any form."""
    with transaction.atomic(), LogContext(user=world.people[Role.EDITOR]):
        try:
            with transaction.atomic():
                page.save() if live else page.save_revision()
        except PermissionDenied:
            return False
        finally:
            transaction.set_rollback(True)
    return True


def sent(world: World, form: Form, **changes: str) -> Any:
    """Send the edit form of a draft with one reference in it, as an editor of the first partner."""
    address = reverse("wagtailadmin_pages:edit", args=[world.bundles["a"].draft.pk])
    fields = fields_of(world.ask(Role.EDITOR, address).content.decode(), address)
    body: list[tuple[str, Any]] = []
    if form[0] == "field":
        fields["listing_image"] = str(thing(world, form[1]).pk)
    elif form[0] == "picture":
        body = [("picture", {"image": str(thing(world, form[1]).pk), "alt_text": "x", "caption": ""})]
    else:
        body = [("paragraph", rich_text(html(world, form)))]
    data = {**fields, **nested_form_data({"body": streamfield(body)}), **changes}
    return world.ask(
        Role.EDITOR, address, "post", data={name: value for name, value in data.items() if value is not None}
    )


@pytest.mark.usefixtures("undone")
def test_a_form_with_a_mistake_in_it_shows_nothing_of_another(world: World) -> None:
    for form in (("field", "their image", 0), ("picture", "their image", 0), ("link", "their draft", 0)):
        answer = sent(world, form, title="")
        assert answer.status_code == 302, form
        assert not seen(answer.content.decode(), "a")

    assert sent(world, ("field", "own image", 0), title="").status_code == 200


@pytest.mark.usefixtures("undone")
def test_what_the_core_team_put_there_may_stay_and_be_translated(world: World) -> None:
    """It was a decision of somebody who may; an editor who changes a word is not refused for it."""
    own, page = world.bundles["a"], Page.objects.get(pk=world.bundles["a"].draft.pk).specific
    with LogContext(user=world.people[Role.CORE_EDITOR]):
        put_in(world, page, ("picture", "their image", 0))
        page.save_revision()
    page = page.get_latest_revision_as_object()
    page.title = "Anders"
    assert kept(world, page)
    locale = own.space.get_translation(world.bundles["a in English"].space.locale).locale
    with LogContext(user=world.people[Role.EDITOR]):
        assert page.copy_for_translation(locale).pk


def nothing_of_another_is_kept(world: World) -> None:
    """Without any form: for taking away the last gate."""
    page = Page.objects.get(pk=world.bundles["a"].draft.pk).specific
    put_in(world, page, ("field", "their image", 0))
    assert not kept(world, page)
