"""Rows that each point from a page or snippet to one other thing, such as a theme of a story.

They are alike: a row hangs on its owner, names one thing, is edited in a panel of the Dutch form and is read in the
language of the owner. `related_row` makes the model of such a row, `targets_of` reads what rows point at. A row that
says more about the thing is a class of its own below `RelatedRow`.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Orderable, Page, TranslatableMixin

from portal.core.models.facts import SharedFacts
from portal.core.models.pages import PortalPage
from portal.core.panels import SharedChooserPanel, SharedInlinePanel
from portal.core.reading import localized

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

AT_HAND = "_targets_at_hand"
"""Where an owner keeps what rows of all owners that were read with it point at."""
Shown = dict[tuple[type[Any], Locale], dict[int, Any]]
"""By model and language: what visitors can read, by the key that rows name."""


class RelatedRow(Orderable):
    """What rows that point at one thing have in common."""

    target: ClassVar[str]
    """Name of the foreign key to that thing."""
    owner: ClassVar[str] = "page"
    """Name of the key to the page or snippet the rows hang on."""

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(getattr(self, self.target))

    @classmethod
    def panel(cls, heading: "StrOrPromise", **options: Any) -> SharedInlinePanel:
        """Return the panel in which an editor adds the rows one by one."""
        return SharedInlinePanel(cls.rows_name(), heading=heading, label=cls._label(), **options)

    @classmethod
    def chooser_panel(cls, heading: "StrOrPromise", **options: Any) -> SharedChooserPanel:
        """Return the panel in which an editor chooses several at once."""
        options |= {"heading": heading, "label": cls._label(), "chooser_field_name": cls.target}
        return SharedChooserPanel(cls.rows_name(), **options)

    @classmethod
    def rows_name(cls) -> str:
        """Return the name of the rows at their owner."""
        key: Any = cls._meta.get_field(cls.owner)
        return str(key.remote_field.related_name)

    @classmethod
    def target_model(cls) -> type[Any]:
        """Return what the rows point at; of pages of any type the base page."""
        model: type[Any] = cls._target_field().related_model
        return PortalPage if issubclass(model, Page) else model

    @classmethod
    def _target_field(cls) -> Any:
        return cls._meta.get_field(cls.target)

    @classmethod
    def _label(cls) -> Any:
        return cls._target_field().verbose_name


def related_row(
    module: str,
    name: str,
    called: "StrOrPromise",
    *,
    on: str,
    back: str,
    owner: str = "page",
    choices: models.Q | dict[str, Any] | None = None,
    **target: tuple[str, Any],
) -> Any:
    """Return the model of a row that points at one thing and says no more about it.

    `called` is how an editor calls a row; `on` the owner and the name of the rows there, as in
    `news.StoryPage.themes`, and `owner` the name of the key to it; `back` the name of the rows at the thing. The one
    other argument is the name of the foreign key, with the model it points at and what an editor calls that;
    `choices` limits what may be chosen.
    """
    ((field, (model, label)),) = target.items()
    owner_model, _dot, rows = on.rpartition(".")
    key: Any = models.ForeignKey(
        model, verbose_name=label, on_delete=models.CASCADE, related_name=back, limit_choices_to=choices
    )
    return type(
        name,
        (RelatedRow,),
        {
            "__module__": module,
            "__doc__": f"A row of `{on}`.",
            "Meta": type("Meta", (RelatedRow.Meta,), {"verbose_name": called}),
            owner: ParentalKey(owner_model, related_name=rows, on_delete=models.CASCADE),
            field: key,
            "owner": owner,
            "target": field,
        },
    )


def targets_of(owner: SharedFacts, *kinds: type[RelatedRow]) -> list[list[Any]]:
    """Return what rows of each kind point at, in their order: what visitors can read, in the language of the owner.

    One query for each kind of row, and two for all pages together; rows of a preview are in memory only.
    """
    keys = {kind: _keys(owner.facts, kind) for kind in kinds}
    shown: dict[type[Any], dict[int, Any]] = {}
    at_hand: Shown | None = owner.__dict__.get(AT_HAND)
    for model in {kind.target_model() for kind in kinds}:
        wanted = {key for kind in kinds if kind.target_model() is model for key in keys[kind]}
        if at_hand is not None:
            shown[model] = at_hand.get((model, owner.locale), {})
        else:
            shown[model] = _shown(model, wanted, owner.locale) if wanted else {}
    known = [(shown[kind.target_model()], keys[kind]) for kind in kinds]
    return [[things[key] for key in wanted if key in things] for things, wanted in known]


def read_targets(owners: Iterable[SharedFacts]) -> None:
    """Read what rows of many owners point at, as `targets_of` asks it of each: at most two queries for each model."""
    keys: dict[tuple[type[Any], Locale], set[int]] = {}
    kept = list(owners)
    for owner in kept:
        for kind in row_kinds(type(owner)):
            keys.setdefault((kind.target_model(), owner.locale), set()).update(_keys(owner.facts, kind))
    shown: Shown = {(model, locale): _shown(model, wanted, locale) for (model, locale), wanted in keys.items()}
    for owner in kept:
        owner.__dict__[AT_HAND] = shown


@cache
def row_kinds(model: type[Any]) -> list[type[RelatedRow]]:
    """Return the rows of an owner that point at other things."""
    rows = (relation.related_model for relation in get_all_child_relations(model))
    return [kind for kind in rows if issubclass(kind, RelatedRow)]


def _keys(facts: SharedFacts, kind: type[RelatedRow]) -> list[int]:
    rows = getattr(facts, kind.rows_name()).all()
    return [key for row in rows if (key := getattr(row, f"{kind.target}_id"))]


def _shown(model: type[Any], keys: set[int], locale: Locale) -> dict[int, Any]:
    """Return things by their own key, in a language."""
    things: Any = model._default_manager.filter(pk__in=keys)
    if issubclass(model, Page):
        things = things.live().public().select_related("partner")
    if not issubclass(model, TranslatableMixin):
        return {thing.pk: thing for thing in things}
    found = list(things.select_related("locale"))
    return dict(zip((thing.pk for thing in found), localized(found, locale), strict=True))
