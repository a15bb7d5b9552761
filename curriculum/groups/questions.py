"""The questions of the route finder. Nothing is kept: the answers stand in the address of the page."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from curriculum.groups.models import StudyYear

NOT_YET = "weet-niet"
"""The answer "I do not know yet": nobody needs to have chosen everything to find a way."""


class RouteForm(forms.Form):
    """The four questions. Names and values of the fields are stable keys, equal in both languages."""

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
        choices=StudyYear.choices,
        help_text=_("You may skip this for a minor, a master, the mbo or the pabo."),
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
        error_messages={
            "required": _("Choose a location."),
            "invalid_choice": _("We do not know this location. Choose one from the list."),
        },
    )

    def __init__(
        self, data: QueryDict | None, variants: dict[str, Any], institutes: dict[str, str], locations: dict[str, Any]
    ) -> None:
        super().__init__(data)
        self.variants = variants
        not_yet = (NOT_YET, _("I do not know yet"))
        choices = {
            "variant": [(key, variant.name) for key, variant in variants.items()],
            "instituut": [*institutes.items(), not_yet],
            "locatie": [*((key, page.title) for key, page in locations.items()), not_yet],
        }
        for name, options in choices.items():
            self.fields[name].choices = options  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Take the only year of a programme that has one; refuse a year or an institute the programme does not have."""
        cleaned: dict[str, Any] = super().clean() or {}
        variant = self.variants.get(cleaned.get("variant", ""))
        if variant is None:
            return cleaned
        known = variant.facts.institute_keys
        if known and cleaned.get("instituut") and cleaned["instituut"] not in (NOT_YET, *known):
            self.add_error("instituut", _("This institute does not offer this programme. Choose another one."))
        if "jaar" in self.errors:
            return cleaned
        years, year = variant.facts.years, cleaned.get("jaar")
        if not year and len(years) == 1:
            cleaned["jaar"] = years[0]
        elif not year:
            self.add_error("jaar", _("Choose the year you will be in."))
        elif year not in years:
            self.add_error("jaar", _wrong_year(years))
        return cleaned


def questions() -> tuple[str, ...]:
    """Return the questions in words, for search."""
    return tuple(str(field.label) for field in RouteForm.base_fields.values())


def _wrong_year(years: list[str]) -> Any:
    if years == [StudyYear.NONE]:
        return _("This programme has no years. Choose “year not applicable”.")
    return _("This programme does not have that year. Choose another year.")
