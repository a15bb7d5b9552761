"""The questions of the route finder. Nothing is kept: the answers stand in the address of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from curriculum.groups.models import StudyYear
from portal.core.address_words import NOT_YET


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme one may choose, with what must be asked further when it is chosen."""

    value: str
    label: str
    explanation: str
    """What its name means; empty where the name says it."""
    asks: str
    """Which questions count for it: `year`, `institute`, both or neither."""
    chosen: bool
    text: Any
    """The programme itself, which knows its language."""


class RouteForm(forms.Form):
    """The four questions. Names and values of the fields are keys; addresses say them in the reader's language.

    Year and institute count for some programmes only: the stylesheet shows them when such a programme is chosen, and
    what is answered for nothing is left out.
    """

    variant = forms.ChoiceField(
        label=_("Which programme?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a programme."),
            "invalid_choice": _("We do not know this programme. Choose one from the list."),
        },
    )
    jaar = forms.ChoiceField(
        label=_("Which year will you be in?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[choice for choice in StudyYear.choices if choice[0] != StudyYear.NONE],
        error_messages={"invalid_choice": _("We do not know this year. Choose one from the list.")},
    )
    instituut = forms.ChoiceField(
        label=_("At which institute?"),
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("We do not know this institute. Choose one from the list.")},
    )
    locatie = forms.ChoiceField(
        label=_("Which location are you looking at?"),
        widget=forms.RadioSelect,
        initial=NOT_YET,
        error_messages={
            "required": _("Choose a location."),
            "invalid_choice": _("We do not know this location. Choose one from the list."),
        },
    )

    def __init__(
        self, query: QueryDict, variants: dict[str, Any], institutes: dict[str, str], locations: dict[str, Any]
    ) -> None:
        asked = is_asked(query, variants)
        super().__init__(_complete(query) if asked else None, initial=query.dict())
        self.variants = variants
        not_yet = (NOT_YET, _("I do not know yet"))
        choices = {
            "variant": [(key, variant.name) for key, variant in variants.items()],
            "instituut": [*institutes.items(), not_yet],
            "locatie": [*((key, page.title) for key, page in locations.items()), not_yet],
        }
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    @property
    def programmes(self) -> list[Programme]:
        """The programmes as options, each with the questions that count for it."""
        return [
            Programme(
                value=key,
                label=variant.name,
                explanation=variant.explanation,
                asks=" ".join(_asks(variant)),
                chosen=self["variant"].value() == key,
                text=variant,
            )
            for key, variant in self.variants.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Take the only year and the only institute of a programme that has one; refuse a year it does not have."""
        cleaned: dict[str, Any] = super().clean() or {}
        variant = self.variants.get(cleaned.get("variant", ""))
        if variant is None:
            return cleaned
        offered_by = variant.facts.institute_keys
        if len(offered_by) == 1 and cleaned.get("instituut") in ("", NOT_YET):
            cleaned["instituut"] = offered_by[0]
        years = variant.facts.years
        if len(years) == 1:
            cleaned["jaar"] = years[0]
            self.errors.pop("jaar", None)
        elif "jaar" not in self.errors and not cleaned.get("jaar"):
            self.add_error("jaar", _("Choose the year you will be in."))
        elif "jaar" not in self.errors and cleaned["jaar"] not in years:
            self.add_error("jaar", _("This programme does not have that year. Choose another year."))
        return cleaned


def questions() -> tuple[str, ...]:
    """Return the questions in words, for search."""
    return tuple(str(field.label) for field in RouteForm.base_fields.values())


def is_asked(query: QueryDict, variants: dict[str, Any]) -> bool:
    """Whether an address asks for an answer; one that only names a place or a programme may have more to choose."""
    if "jaar" in query:
        return True
    variant = variants.get(query.get("variant", ""))
    return "variant" in query and ("locatie" in query or variant is None or len(variant.facts.years) == 1)


def _complete(query: QueryDict) -> QueryDict:
    """Return the answers; who names no location, as a link from elsewhere, does not know it yet."""
    if "locatie" in query:
        return query
    completed = query.copy()
    completed["locatie"] = NOT_YET
    return completed


def _asks(variant: Any) -> Iterator[str]:
    if len(variant.facts.years) > 1:
        yield "year"
    if len(variant.facts.institute_keys) > 1:
        yield "institute"
