"""What can be done with what the core team keeps, and with the records of partners."""

from collections.abc import Callable

from django.urls import reverse

from tests.permissions.actions.base import (
    Action,
    Bundle,
    Data,
    at,
)
from tests.permissions.people import translator

SNIPPETS = {
    "home": ("glossaryterm", "figure"),
    "curriculum": ("schoolyear", "traininggroup", "programmevariant"),
    "locations": ("onboardingphase",),
    "search": ("synonymgroup",),
    "portal": ("refusedword",),
}


def central_actions() -> list[Action]:
    """Return what can be done with what the core team keeps."""
    found = []
    for app, models in SNIPPETS.items():
        for model in models:
            name = f"wagtailsnippets_{app}_{model}"
            found += [
                Action(f"{model}: make", at(f"{name}:add"), at(f"{name}:add"), lambda bundle: NEW),
                Action(f"{model}: change", _core(f"{name}:edit", model), _core(f"{name}:edit", model), _changed),
                Action(f"{model}: delete", _core(f"{name}:delete", model), _core(f"{name}:delete", model)),
                Action(f"{model}: make while choosing", at(f"wagtailsnippetchoosers_{app}_{model}:create"), None, _new),
            ]
    for model, app in (("trajectory", "locations"), ("partner", "portal")):
        name = f"wagtailsnippets_{app}_{model}"
        found += [
            Action(f"{model}: make", at(f"{name}:add"), at(f"{name}:add"), _new),
            Action(f"{model}: change", _theirs(f"{name}:edit", model), _theirs(f"{name}:edit", model), _changed),
            Action(f"{model}: delete", _theirs(f"{name}:delete", model)),
        ]
    languages = Action("translator: other languages", _of_a_translator, None, lambda bundle: {"languages": "en"})
    return [*found, languages, *joining_actions()]


def _of_a_translator(bundle: Bundle) -> str:
    return reverse("translator_languages", args=translator())


def joining_actions() -> list[Action]:
    """Return what a team and the core team do in a trajectory."""

    def where(view: str, *more: str) -> Callable[[Bundle], str]:
        return lambda bundle: reverse(f"joining:{view}", args=[_trajectory(bundle), *more])

    task, gate = where("task", "kennismaken"), where("gate", "begin")
    return [
        Action("trajectory: write down", task, task, lambda bundle: {"note": "Nog niet klaar", "done_on": ""}),
        Action("trajectory: say who looks after what", where("duties"), None, _somebody_of_the_team),
        Action("trajectory: pass a gate", gate, None, lambda bundle: {"action": "pass"}),
        Action("trajectory: close a gate", gate, None, lambda bundle: {"action": "hold"}),
        Action("trajectory: take over the template", where("template")),
    ]


def _somebody_of_the_team(bundle: Bundle) -> Data:
    return {"team": (bundle if bundle.trajectory else bundle.theirs).user.pk}


def _trajectory(bundle: Bundle) -> int:
    return int((bundle.trajectory or bundle.theirs.trajectory).pk)


def _changed(bundle: Bundle) -> Data:
    return CHANGED


def _new(bundle: Bundle) -> Data:
    return NEW


NEW = {"name": "Nieuw", "slug": "nieuw", "term": "Nieuw", "definition": "Iets nieuws", "title": "Nieuw",
       "display": "1", "unit": "ding", "source": "bron", "starts_on": "2026-01-01", "joins_on": "2030-06-01",
       "is_example": "on", "order": "9", "month_from": "1", "month_to": "2", "intro": "Begin", "level": "hbo",
       "kind": "school",
       "formality": "formeel", "years": "jaar-1", "sectors": "vo",
       "region": "Midden", "language": "nl", "typed": "leerling", "words": "ouders",
       "forms": "stagemeester", "says": "begeleider"}  # fmt: skip
CHANGED = {
    "name": "Anders",
    "term": "Anders",
    "display": "Anders",
    "title": "Anders",
    "region": "Noord",
    "words": "gezin",
    "says": "opleider",
}


def _core(view: str, model: str) -> Callable[[Bundle], str]:
    return lambda bundle: reverse(view, args=[_core_bundle(bundle).snippets[model].pk])


def _theirs(view: str, model: str) -> Callable[[Bundle], str]:
    return lambda bundle: reverse(view, args=[(bundle.snippets.get(model) or bundle.anothers[model]).pk])


def _core_bundle(bundle: Bundle) -> Bundle:
    return bundle if "figure" in bundle.snippets else bundle.core
