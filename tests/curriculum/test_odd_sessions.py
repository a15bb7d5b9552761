"""Sessions that are hardly ever meant are asked about once; what cannot be in a school year is refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.admin.panels.model_utils import get_edit_handler

from curriculum.labs.doubts import doubts
from curriculum.models import LabPage, LabSession, SchoolYear
from tests.factories import make_lab, make_school_year, make_session
from tests.portal.test_stale_save import browser, superuser

FRIDAY = date(2026, 11, 27)


def kinds(lab: LabPage, *rows: LabSession) -> list[str]:
    """What is odd about these sessions, in a word each."""
    return [str(doubt.fact[0]) for doubt in doubts(lab, rows)]


def test_every_odd_day_hour_and_room_is_noticed(school: Any) -> None:
    make_school_year()
    lab = make_lab(school, week_in_cycle=3)
    monday = date(2026, 11, 23)  # week 3 of the cycle, holidays left out
    good = make_session(monday, location=school, room="Lokaal 1")
    make_lab(
        school, "ander-lab", sessions=[make_session(monday + timedelta(days=1), location=school, room="lokaal  1")]
    )
    assert kinds(lab, good) == []
    assert kinds(lab, make_session(date(2026, 11, 28))) == ["weekend"]
    assert kinds(lab, make_session(date(2026, 10, 20))) == ["off"]
    assert kinds(lab, make_session(monday, "02:30")) == kinds(lab, make_session(monday, "22:15")) == ["night"]
    assert kinds(lab, make_session(date(2026, 11, 30))) == ["week"]
    assert kinds(lab, good, make_session(monday, location=school, room="lokaal 1 ")) == ["twice"]
    assert kinds(lab, good, make_session(monday, "16:30", location=school, room="LOKAAL 1")) == ["room"]
    assert kinds(lab, make_session(monday + timedelta(days=1), "16:00", location=school, room="Lokaal 1")) == ["room"]
    assert kinds(lab, make_session(date(2026, 10, 20), "03:00", state="geannuleerd", reason="Ziek")) == []


def form_of(client: Any, lab: LabPage, *rows: dict[str, Any], **more: str) -> dict[str, Any]:
    """What the form of a lab posts with these rows of sessions."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[lab.pk])).context["form"]
    data = {name: value for name in form.fields if isinstance(value := form.initial.get(name), str | int)}
    data |= {
        "kind": "inhoudelijk",
        "cadence": "driewekelijks",
        "week_in_cycle": "",
        "body-count": "0",
        "listing_image": "",
    }
    for formset in form.formsets.values():
        data[f"{formset.prefix}-TOTAL_FORMS"] = data[f"{formset.prefix}-INITIAL_FORMS"] = "0"
    data |= {"sessions-TOTAL_FORMS": str(len(rows)), **more}
    lab.refresh_from_db()
    if lab.latest_revision:
        data["loaded_revision_id"] = str(lab.latest_revision.pk)
        data["loaded_revision_created_at"] = lab.latest_revision.created_at.isoformat()
    for number, row in enumerate(rows):
        known = {"state": "gepland", "room": "", "ORDER": str(number + 1), **row}
        data |= {f"sessions-{number}-{name}": value for name, value in known.items()}
    return data


def test_an_odd_session_is_asked_about_once_and_again_only_when_it_changes(school: Any) -> None:
    make_school_year()
    lab, client = make_lab(school), browser(superuser("redactie"))
    saturday = {"starts": "2026-11-28 15:00", "ends": "2026-11-28 16:30", "uid": "0b8f7f9e-3a4e-4c53-a1f8-0e4ad0f6e0aa"}
    address = reverse("wagtailadmin_pages:edit", args=[lab.pk])

    asked = client.post(address, form_of(client, lab, saturday))
    form = asked.context["form"]
    assert "weekend" in str(form.formsets["sessions"].forms[0].errors["starts"])
    assert f'name="{form.KEEP}" value="{form.kept_key}"' in asked.content.decode()

    other = {**saturday, "starts": "2026-11-29 15:00", "ends": "2026-11-29 16:30"}
    kept = {form.KEEP: form.kept_key}
    assert client.post(address, form_of(client, lab, other, **kept)).status_code == 200  # not what was confirmed
    assert client.post(address, form_of(client, lab, saturday, **kept)).status_code == 302
    assert client.post(address, form_of(client, lab, {**saturday, "capacity": "12"})).status_code == 302  # remembered
    assert client.post(address, form_of(client, lab, other)).status_code == 200


def test_a_cancelled_session_says_why() -> None:
    session = make_session(FRIDAY, state="geannuleerd")
    with pytest.raises(ValidationError) as refusal:
        session.clean()
    assert list(refusal.value.error_dict) == ["reason"]


def year_form(year: SchoolYear, **changes: Any) -> Any:
    """The edit form of a school year, posted unchanged but for what is given."""
    year = SchoolYear.objects.get(pk=year.pk)  # a form that was refused has changed the one it was given
    kind = get_edit_handler(SchoolYear).get_form_class()
    blank = kind(instance=year)
    data = {"slug": year.slug, "starts": str(year.starts), "ends": str(year.ends), "region": "Midden"}
    for formset in blank.formsets.values():
        known = [form for form in formset.forms if form.instance.pk]
        data |= {f"{formset.prefix}-TOTAL_FORMS": str(len(known)), f"{formset.prefix}-INITIAL_FORMS": str(len(known))}
        for number, form in enumerate(known):
            row = {name: form[name].value() for name in form.fields}
            data |= {f"{formset.prefix}-{number}-{name}": "" if v is None else v for name, v in row.items()}
            data[f"{formset.prefix}-{number}-ORDER"] = str(number + 1)
    return kind({**data, **changes}, instance=year)


def second_start(day: str, place: str = "") -> dict[str, str]:
    """A second row for the start of the cycle."""
    row = {"starts": day, "location": place, "id": "", "ORDER": "2", "DELETE": ""}
    return {"cycle_starts-TOTAL_FORMS": "2", **{f"cycle_starts-1-{name}": value for name, value in row.items()}}


def test_school_years_holidays_and_starts_fit_together(school: Any) -> None:
    year = make_school_year()
    assert year_form(year).is_valid(), year_form(year).errors
    for starts, ends, field in [("2027-07-16", "2028-07-01", "starts"), ("2025-08-25", "2026-08-31", "ends")]:
        other = SchoolYear(slug="ander", starts=date.fromisoformat(starts), ends=date.fromisoformat(ends))
        with pytest.raises(ValidationError) as refusal:
            other.clean()
        assert list(refusal.value.error_dict) == [field]

    late = year_form(year, **{"breaks-1-ends": "2027-07-20"})
    assert not late.is_valid()
    assert list(late.formsets["breaks"].forms[1].errors) == ["ends"]
    shorter = year_form(year, ends="2026-12-24")
    assert not shorter.is_valid()
    assert list(shorter.formsets["breaks"].forms[1].errors) == ["ends"]

    twice = year_form(year, **second_start("2026-09-07"))
    assert not twice.is_valid()
    assert list(twice.formsets["cycle_starts"].forms[1].errors) == ["location"]
    outside = year_form(year, **second_start("2027-08-30", str(school.pk)))
    assert not outside.is_valid()
    assert list(outside.formsets["cycle_starts"].forms[1].errors) == ["starts"]
    assert year_form(year, **second_start("2026-09-07", str(school.pk))).is_valid()
