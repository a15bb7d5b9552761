"""The version of the template that one school follows, as it was when the school began or took a newer one over.

The core team goes on improving the template while schools are on their way. A school keeps the version it began with,
in both languages, until the core team gives it the newer one; what would change is shown before that. What was done is
kept by the short name of the task, so it is never lost: a task that is gone stays in sight with what was written down.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale

from locations.onboarding.models import OnboardingPhase
from locations.onboarding.registry import unknown
from portal.core.models.facts import fact_owners
from portal.core.reading import localized

Plan = dict[str, Any]
"""A version as it is stored: `{"phases": [{"slug": …, "tasks": […]}]}`, each text by language.

Under `gone` it keeps what tasks were called that versions before it had.
"""

PHASE_TEXTS = ("title", "intro", "gate")
PHASE_FACTS = ("slug", "month_from", "month_to")
TASK_TEXTS = ("title", "why", "evidence")
TASK_FACTS = ("slug", "owner", "required", "opens_gate", "check_name", "minimum")


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task of a version, in one language."""

    slug: str
    title: str
    why: str
    evidence: str
    owner: str
    required: bool
    opens_gate: bool
    check_name: str
    minimum: int | None

    @property
    def wanted(self) -> int:
        """How much of its fact there must be before the task is done."""
        return max(self.minimum or 1, 1)


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """A phase of a version, in one language."""

    slug: str
    title: str
    intro: str
    gate: str
    month_from: int
    month_to: int
    tasks: tuple[PlannedTask, ...]

    def pairs(self) -> list[tuple[PlannedTask, PlannedTask]]:
        """Return the tasks as facts and text: a version holds both in one."""
        return [(task, task) for task in self.tasks]


def read_template() -> Plan:
    """Return the template as it is now, in every language of the site."""
    owners = fact_owners(OnboardingPhase).select_related("locale").prefetch_related("tasks")
    readings = {
        code: localized(owners.all(), Locale.objects.get(language_code=code), "tasks")
        for code, _name in settings.LANGUAGES
    }
    phases = [_phase(dict(zip(readings, versions, strict=True))) for versions in zip(*readings.values(), strict=True)]
    return {"phases": phases}


def newer_than(old: Plan) -> Plan:
    """Return the template as it is now, for a school that followed an older version: it has tasks that may be gone."""
    new = read_template()
    kept = {task["slug"] for phase in new["phases"] for task in phase["tasks"]}
    before = {task["slug"]: task["title"] for phase in old.get("phases", []) for task in phase["tasks"]}
    gone = {slug: title for slug, title in {**old.get("gone", {}), **before}.items() if slug not in kept}
    return {**new, "gone": gone} if gone else new


def title_of_gone(plan: Plan, slug: str, language: str) -> str:
    """Return what a task was called that a version no longer has; its short name where nobody knows any more."""
    title = plan.get("gone", {}).get(slug, {})
    return str(title.get(language) or title.get(settings.LANGUAGE_CODE) or slug)


def _phase(readings: dict[str, OnboardingPhase]) -> dict[str, Any]:
    facts = readings[settings.LANGUAGE_CODE]
    pairs = {code: phase.task_pairs() for code, phase in readings.items()}
    rows = zip(*pairs.values(), strict=True)
    return {
        **{name: getattr(facts, name) for name in PHASE_FACTS},
        **_texts(PHASE_TEXTS, readings),
        "tasks": [
            {
                **{name: getattr(row[0][0], name) for name in TASK_FACTS},
                **_texts(TASK_TEXTS, {code: text for code, (_facts, text) in zip(pairs, row, strict=True)}),
            }
            for row in rows
        ],
    }


def _texts(names: Iterable[str], readings: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {name: {code: getattr(item, name) for code, item in readings.items()} for name in names}


def phases_of(plan: Plan, language: str) -> list[PlannedPhase]:
    """Return the phases of a version in a language; in Dutch where it has no words in that language."""
    return [
        PlannedPhase(
            **{name: phase[name] for name in PHASE_FACTS},
            **_words(PHASE_TEXTS, phase, language),
            tasks=tuple(
                PlannedTask(**{name: task[name] for name in TASK_FACTS}, **_words(TASK_TEXTS, task, language))
                for task in phase["tasks"]
            ),
        )
        for phase in plan.get("phases", [])
    ]


def _words(names: Iterable[str], item: dict[str, Any], language: str) -> dict[str, Any]:
    return {name: words_of(item[name], language) for name in names}


def words_of(text: dict[str, str], language: str) -> str:
    """Return a text of a version in a language; in Dutch where it has no words in that language."""
    return text.get(language) or text.get(settings.LANGUAGE_CODE, "")


def problems_of(plan: Plan) -> list[str]:
    """Return why no school can follow a version; nothing when one can."""
    tasks = [task for phase in plan.get("phases", []) for task in phase["tasks"]]
    slugs = Counter(task["slug"] for task in tasks)
    if not tasks:
        return [_("There are no phases with tasks yet. Make those first.")]
    return [
        *(_("The task “%(task)s” stands in the template twice.") % {"task": slug} for slug in slugs if slugs[slug] > 1),
        *(
            _("The task “%(task)s” waits for something that the portal cannot see: %(check)s.")
            % {"task": task["title"][settings.LANGUAGE_CODE], "check": task["check_name"]}
            for task in tasks
            if unknown([task["check_name"]])
        ),
    ]
