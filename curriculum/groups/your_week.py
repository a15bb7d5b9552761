"""Your week: an answer of the route finder with the weeks ahead, and the labs that were chosen in the address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import QueryDict

from curriculum.groups.following import Following
from curriculum.groups.route import Answer, RouteFinder
from curriculum.groups.weeks_ahead import WeekAhead, weeks_ahead
from curriculum.labs.offer import LabOffering, OfferedSession
from curriculum.request_context import CurriculumContext
from portal.core.address_words import NOT_YET, address

LAB = "lab"
"""What a chosen lab is called in the address; it may stand there more than once."""
MOST_LABS = 12
"""Labs one can choose: an address has to fit in a code that a telephone reads."""
MOST_SHOWN = 2
"""Choices that are seen at once in the week for choosing: with more, three weeks do not fit on a phone's screen."""
KEPT = ("variant", "jaar", "instituut", "locatie")


@dataclass(frozen=True, slots=True)
class ChosenLab:
    """A lab of somebody's own, and the address without it."""

    lab: LabOffering
    without: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A session of a lab that may be chosen, and the address with it."""

    session: OfferedSession
    url: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen in a week: what is seen at once, and what is folded below it."""

    shown: list[Choice]
    folded: list[Choice]


class YourWeek:
    """What one address asks: the questions, their answer, the weeks ahead and the chosen labs."""

    def __init__(self, query: QueryDict, finder: RouteFinder, known: CurriculumContext, today: date) -> None:
        self.query = query
        self.finder = finder
        self.form = finder.form
        self.known = known
        self.today = today

    @property
    def answer(self) -> Answer | None:
        """The answer; None while the questions are not all answered well."""
        return self.finder.answer

    @cached_property
    def labs(self) -> list[LabOffering]:
        """The chosen labs that are public, in the order of the address."""
        offered = {lab.key: lab for lab in self.known.offer.labs}
        return [offered[key] for key in self._asked_labs if key in offered]

    @cached_property
    def unknown_labs(self) -> int:
        """How many labs of the address are not, or no longer, public."""
        return len(self._asked_labs) - len(self.labs)

    @cached_property
    def following(self) -> Following:
        """What decides which sessions are somebody's own."""
        return Following(self.answer, frozenset(lab.key for lab in self.labs))

    @cached_property
    def weeks(self) -> list[WeekAhead]:
        """The school week of today and the two after it."""
        known = self.known
        return weeks_ahead(self.following, known.years, known.offer, known.page_urls.weeks, self.today)

    @property
    def is_full(self) -> bool:
        """Whether no further lab can be chosen."""
        return len(self._asked_labs) == MOST_LABS

    @property
    def too_many(self) -> int:
        """How many labs of the address are left out because there is no room for them."""
        return len(set(self.query.getlist(LAB))) - len(self._asked_labs)

    @property
    def chosen(self) -> list[ChosenLab]:
        """The chosen labs, each with the address that leaves it out."""
        return [ChosenLab(lab, self.address(other for other in self.labs if other is not lab)) for lab in self.labs]

    def choices(self, week: WeekAhead) -> Choices:
        """Return what may be chosen in a week, each with the address that adds its lab, while an address has room."""
        sessions = () if self.is_full else week.choices
        found = [Choice(session, self.address([*self.labs, session.lab])) for session in sessions]
        shown = MOST_SHOWN if week.is_for_choosing else 0
        return Choices(found[:shown], found[shown:])

    def at(self, location: Any) -> str:
        """Return the address with a location chosen."""
        return self._query({**self._answers, "locatie": location.facts.content_key}, self.labs)

    @property
    def own_address(self) -> str:
        """The answers and the labs as the end of an address, in one order whatever the visitor typed."""
        return self.address(self.labs)

    def address(self, labs: Iterable[LabOffering]) -> str:
        """Return the end of an address with the answers of this one and some labs."""
        return self._query(self._answers, labs)

    @property
    def asked_labs(self) -> frozenset[str]:
        """The keys of the labs in the address, also of those that are not given any more."""
        return frozenset(self._asked_labs)

    @property
    def _asked_labs(self) -> list[str]:
        return list(dict.fromkeys(self.query.getlist(LAB)))[:MOST_LABS]

    @cached_property
    def _answers(self) -> dict[str, str]:
        """What was answered well: a year or an institute that counts for nothing is left out."""
        if self.answer is None:
            given = {name: str(self.query.get(name, "")) for name in KEPT}
            return {name: value for name, value in given.items() if value not in ("", NOT_YET)}
        cleaned = self.form.cleaned_data
        variant = self.finder.variants[cleaned["variant"]]
        counts = {
            "variant": True,
            "jaar": self.answer.has_years,
            "instituut": cleaned["instituut"] != NOT_YET and len(variant.facts.institute_keys) != 1,
            "locatie": True,
        }
        return {name: cleaned[name] for name in KEPT if counts[name] and cleaned[name]}

    @staticmethod
    def _query(answers: dict[str, str], labs: Iterable[LabOffering]) -> str:
        return address([*answers.items(), *((LAB, lab.key) for lab in labs)]) or "?"
