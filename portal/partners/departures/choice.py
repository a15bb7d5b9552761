"""The question where visitors should go, and its answers."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from portal.partners.access.ids import number
from portal.partners.departures.leaving import going_along, page_above, readable

NOWHERE, ABOVE, CHOSEN = "nowhere", "above", "page"


class ReadablePageChooser(AdminPageChooser):
    """Chooses a page; shows again only what every visitor can read, whatever was sent."""

    def get_instance(self, value: object) -> Page | None:
        """Return the page of a number; None for a page of which not everybody may know the title."""
        if value is None or isinstance(value, Page):
            return value
        try:
            found: Page | None = readable().filter(pk=number(value)).first()
        except BadRequest:
            return None
        return found.specific if found else None


class ReadablePageField(forms.ModelChoiceField):
    """A page that every visitor can read."""

    def __init__(self) -> None:
        super().__init__(
            queryset=Page.objects.none(),
            required=False,
            widget=ReadablePageChooser(show_edit_link=False),
            label=gettext_lazy("The page of your choice"),
            error_messages={"invalid_choice": gettext_lazy("Choose a page on the site that every visitor can read.")},
        )

    def to_python(self, value: object) -> Page | None:
        """Read the number as the whole site reads numbers."""
        if value in self.empty_values:
            return None
        try:
            found: Page | None = readable().filter(pk=number(value)).first()
        except BadRequest:
            found = None
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return found


class VisitorsForm(forms.Form):
    """Asks where visitors go when pages leave; asks nothing when nobody could read any of them."""

    visitors = forms.ChoiceField(
        label=gettext_lazy("Where should visitors go?"),
        widget=forms.RadioSelect,
        required=False,
        help_text=gettext_lazy("This is about everybody who comes by an old link, a bookmark or a search engine."),
    )
    visitors_page = ReadablePageField()

    def __init__(self, *args: Any, pages: Sequence[Page] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaving = going_along(pages)
        self.above = {page.pk: page_above(page, self.leaving) for page in pages}
        if not self.leaving.filter(live=True).exists():
            del self.fields["visitors"], self.fields["visitors_page"]
            return
        visitors: Any = self.fields["visitors"]
        visitors.choices = self._choices()
        visitors.initial = NOWHERE

    def _choices(self) -> list[tuple[str, str]]:
        above = set(self.above.values())
        words = {
            NOWHERE: _("Nowhere: they read that the page does not exist"),
            ABOVE: _("To the page above it"),
            CHOSEN: _("To a page of your choice"),
        }
        if None in above:
            del words[ABOVE]
        elif len(above) == 1:
            words[ABOVE] = _("To the page above it: “%(title)s”") % {"title": above.pop().title}  # type: ignore[union-attr]
        return list(words.items())

    def clean_visitors_page(self) -> Page | None:
        """Refuse a page that leaves too."""
        page: Page | None = self.cleaned_data["visitors_page"]
        if page is not None and self.leaving.filter(pk=page.pk).exists():
            raise ValidationError(_("This page leaves too. Choose a page that stays."))
        if page is not None and page.get_url_parts() is None:
            raise ValidationError(ReadablePageField().error_messages["invalid_choice"])
        return page

    def clean(self) -> dict[str, Any]:
        """Ask for a page where one is needed, and for one answer where there are two."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "visitors" not in self.fields or self.errors:
            return cleaned
        chosen = cleaned.get("visitors") == CHOSEN
        if chosen and cleaned.get("visitors_page") is None:
            self.add_error("visitors_page", _("Choose the page."))
        elif cleaned.get("visitors_page") is not None and not chosen:
            self.add_error("visitors", _("You chose a page too. Take it away, or choose “To a page of your choice”."))
        return cleaned

    def target_of(self, page: Page) -> Page | None:
        """Return where the visitors of one of the pages go."""
        choice = self.cleaned_data.get("visitors")
        if choice == ABOVE:
            return self.above[page.pk]
        target: Page | None = self.cleaned_data["visitors_page"] if choice == CHOSEN else None
        return target
