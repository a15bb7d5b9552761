"""Rows that each point from a page or snippet to one other thing, such as a theme of a story.

They are alike: a row hangs on its owner, names one thing, is edited in a panel of the Dutch form and is read in the
language of the owner. `related_row` makes the model of such a row. A row that says more about the thing is a class of
its own below `RelatedRow`.
"""

from typing import Any, ClassVar

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page, TranslatableMixin

from portal.core.models.facts import in_locale
from portal.core.panels import SharedChooserPanel, SharedInlinePanel


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
    def panel(cls, heading: Any, **options: Any) -> SharedInlinePanel:
        """Return the panel in which an editor adds the rows one by one."""
        return SharedInlinePanel(cls._rows(), heading=heading, label=cls._label(), **options)

    @classmethod
    def chooser_panel(cls, heading: Any, **options: Any) -> SharedChooserPanel:
        """Return the panel in which an editor chooses several at once."""
        options |= {"heading": heading, "label": cls._label(), "chooser_field_name": cls.target}
        return SharedChooserPanel(cls._rows(), **options)

    @classmethod
    def targets_of(cls, owner: Any) -> list[Any]:
        """Return what the rows of an owner point at, in its language; of pages only those that are live."""
        rows, model = getattr(owner.facts, cls._rows()).all(), cls._target_field().related_model
        if issubclass(model, Page):
            rows = rows.filter(**{f"{cls.target}__live": True})
        if not issubclass(model, TranslatableMixin):
            return [getattr(row, cls.target) for row in rows.select_related(cls.target)]
        rows = rows.select_related(f"{cls.target}__locale")
        return in_locale([getattr(row, cls.target) for row in rows], owner.locale)

    @classmethod
    def _rows(cls) -> str:
        """Return the name of the rows at their owner."""
        key: Any = cls._meta.get_field(cls.owner)
        return str(key.remote_field.related_name)

    @classmethod
    def _target_field(cls) -> Any:
        return cls._meta.get_field(cls.target)

    @classmethod
    def _label(cls) -> Any:
        return cls._target_field().verbose_name


def related_row(
    module: str,
    name: str,
    called: Any,
    *,
    on: str,
    back: str,
    owner: str = "page",
    choices: Any = None,
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
