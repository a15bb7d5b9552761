"""A date is read as people write it here, and what cannot be read is refused and stays as it was typed."""

from datetime import date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.forms.models import formfield_for_dbfield

from curriculum.labs.rows import LabSession
from news.models import NewsPage
from portal.core.dates import DUTCH, iso
from portal.core.models.pages import PortalPage
from portal.core.models.users import User
from tests.factories import House, make_lab
from tests.permissions.forms import fields_of

MOMENTS = (
    "09-12-2026 15:00", "9-12-2026 15:00", "9 december 2026 15:00", "9 dec. 2026, 15.00 uur", "9/12/2026 15:00",
    "wo 9 dec 2026 om 15u00", "woensdag 9 december 2026 om 15 uur", "2026-12-09 15:00", "2026-12-09T15:00",
    " 09.12.2026  15:00:00 ", "9 DECEMBER 2026 15:00", "9-12-26 15:00",
)  # fmt: skip
NONSENSE = (
    "morgen", "31-02-2026 15:00", "9 brumaire 2026 15:00", "09-12-2026 25:00", "12/31/2026 15:00", "december 2026",
    "9-12", "15:00", "9 december 2026 kwart over drie", "٠٩-١٢-٢٠٢٦ 15:00", "Dec 9 2026",
)  # fmt: skip


def read(model: Any, name: str, typed: str) -> Any:
    """What a form of the admin reads in a field; raises ValidationError."""
    form_field = formfield_for_dbfield(model._meta.get_field(name))
    return form_field.clean(form_field.widget.value_from_datadict({"x": typed}, {}, "x"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_moments_and_days_are_read_in_both_languages(language: str) -> None:
    with translation.override(language):
        for typed in MOMENTS:
            assert timezone.localtime(read(LabSession, "starts", typed)).replace(tzinfo=None) == datetime(
                2026, 12, 9, 15
            ), typed
        for typed in ("9 maart 2026", "09-03-2026", "9 mrt 26", "2026-03-09"):
            assert read(NewsPage, "date", typed) == date(2026, 3, 9), typed
        for typed in NONSENSE:
            with pytest.raises(ValidationError, match=r"(?i)geldig|valid"):
                read(LabSession, "starts", typed)
        between = DateRangePickerWidget().value_from_datadict({"x_from": "9 maart 2026", "x_to": "ooit"}, {}, "x")
        assert between == ["2026-03-09", "ooit"]


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), short=st.booleans())
def test_every_day_reads_back(day: date, short: bool) -> None:
    name = DUTCH[day.month - 1]
    assert iso(f"{day.day} {name[:3] if short and day.month != 3 else name} {day.year}", False) == day.isoformat()
    assert iso(f"{day.day:02}-{day.month:02}-{day.year}", False) == day.isoformat()


@given(text=st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert iso(text, True) is None or any(mark.isdigit() for mark in text)


def test_a_date_that_cannot_be_read_stays_as_typed_beside_its_field(house: House, school: Any) -> None:
    lab = make_lab(school)
    client = Client(headers={"accept-language": "nl"})
    client.force_login(User.objects.create_superuser("sam@example.org", "een-lang-wachtwoord"))
    address = reverse("wagtailadmin_pages:edit", args=[lab.pk])
    fields = fields_of(client.get(address).content.decode(), address)
    answer = client.post(address, {**fields, "go_live_at": "overmorgen", "expire_at": "9 brumaire"})
    form = answer.context["form"]
    assert set(form.errors) == {"go_live_at", "expire_at"}
    for typed in ("overmorgen", "9 brumaire"):
        assert f'value="{typed}"' in answer.content.decode()

    planned = client.post(address, {**fields, "go_live_at": "9 december 2030 15:00"})
    assert planned.status_code == 302
    assert "Europe/Amsterdam" in client.get(address).content.decode()


def test_every_page_type_can_be_scheduled() -> None:
    types = [model for model in apps.get_models() if issubclass(model, PortalPage) and model is not PortalPage]
    assert types
    for model in types:
        fields = model.get_edit_handler().get_form_class().base_fields
        assert {"go_live_at", "expire_at"} <= set(fields), model
        assert "Europe/Amsterdam" in str(panel_of(model.get_edit_handler(), "go_live_at").help_text), model


def panel_of(panel: Any, name: str) -> Any:
    """The panel of a field, wherever it stands in a form."""
    if getattr(panel, "field_name", "") == name:
        return panel
    return next(filter(None, (panel_of(child, name) for child in getattr(panel, "children", []))), None)
