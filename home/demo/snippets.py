"""What the core team keeps in small lists: glossary, figures, synonyms and the template of joining."""

from datetime import date
from typing import Any

from home.demo.data import day, read, source_lines
from home.demo.site import DemoSite, set_children
from home.models import Figure, GlossaryTerm
from locations.models import OnboardingPhase, OnboardingTask, PassedGate, TaskProgress, Trajectory
from portal.core.house_language.models import RefusedWord
from search.models import SynonymGroup


def build_glossary(site: DemoSite) -> None:
    """Make the words of the house, and the abbreviations with what they stand for."""
    content, words = read("glossary"), site.words
    refused = [entry["word"] for entry in content["refused"]]
    for entry in content["terms"]:
        site.snippets["begrip", entry["slug"]] = GlossaryTerm.objects.create(
            locale=site.locale,
            slug=entry["slug"],
            term=words.text(entry, "term"),
            definition=words.text(entry, "definition"),
            inflections=entry["inflections_nl"],
            search_phrases=site.phrases("begrip", entry["slug"]),
            see=", ".join(entry["see"]),
            quote=words.same(entry.get("quote", {}).get("text", "")),
            source_lines=source_lines(entry),
            names_refused_words=any(word in entry["definition_nl"] for word in refused),
        )
    for entry in content["abbreviations"]:
        site.snippets["begrip", entry["slug"]] = GlossaryTerm.objects.create(
            locale=site.locale,
            slug=entry["slug"],
            term=words.text(entry, "long"),
            abbreviation=words.same(entry["short"]),
            definition=words.text(entry, "definition"),
            search_phrases=site.phrases("begrip", entry["slug"]),
            source_lines=source_lines(entry),
        )


def build_refused_words(site: DemoSite) -> None:
    """Make the words that the house does not use, in both languages, and those it advises against."""
    content = read("glossary")
    says = {entry["slug"]: entry for entry in content["terms"]}
    for entry in [*content["refused"], *content["discouraged"]]:
        term = says[entry["term"]]
        for language, forms in (("nl", entry["forms"]), ("en", entry.get("forms_en"))):
            if not forms:
                continue
            others = [term[f"term_{language}"], *term.get(f"inflections_{language}", ())]
            word = RefusedWord(
                language=language,
                forms=forms,
                says=list(dict.fromkeys([entry[f"replacement_{language}"], *others])),
                exceptions=entry["exceptions"],
                advises=entry["level"] == "adviseren",
                term=entry["term"],
            )
            word.full_clean()
            word.save()


def build_figures(site: DemoSite) -> None:
    """Make the numbers, each with its source and date."""
    content, words = read("figures"), site.words
    for entry in content["figures"]:
        value = entry.get("value")
        number = value if isinstance(value, int) else None
        site.snippets["cijfer", entry["slug"]] = Figure.objects.create(
            locale=site.locale,
            slug=entry["slug"],
            display=words.text(entry, "display"),
            unit=words.text(entry, "unit"),
            scope=words.text(entry, "scope"),
            minimum=entry.get("min", number),
            maximum=entry.get("max", number),
            is_approximate=entry["approx"],
            source=words.text(content, "source"),
            source_lines=source_lines(entry),
            as_of=day(entry["as_of"]),
        )


def build_synonyms(site: DemoSite) -> None:
    """Make what visitors type and the words of the house it leads to, in both languages."""
    for language, groups in read("synonyms").items():
        for entry in groups:
            group = SynonymGroup(
                slug=entry["slug"],
                language=language,
                typed=entry["from"],
                words=entry["to"],
                notice=entry.get("notice", False),
                term=entry.get("term", ""),
            )
            group.full_clean()
            group.save()


def build_onboarding(site: DemoSite) -> None:
    """Make the phases with their tasks, and one invented trajectory."""
    content, words = read("onboarding"), site.words
    for entry in content["phases"]:
        phase = OnboardingPhase(
            locale=site.locale,
            slug=entry["slug"],
            order=entry["order"],
            title=words.text(entry, "title"),
            intro=words.text(entry, "intro"),
            search_phrases=site.phrases("fase", entry["slug"]),
            month_from=entry["months"]["from"],
            month_to=entry["months"]["to"],
            gate=words.text(entry["gate"], "text"),
            source_lines=source_lines(entry),
            is_example=entry["months_example"],
        )
        set_children(phase, tasks=[_task(site, task, entry["gate"]["requires"]) for task in entry["tasks"]]).save()
        site.snippets["fase", entry["slug"]] = phase
    _example_trajectory(content["example_trajectory"])


def build_trajectory(site: DemoSite) -> None:
    """Let the invented location of the demo follow the template, once it stands in both languages."""
    entry = read("onboarding")["trajectory_of_a_school"]
    trajectory = Trajectory(
        partner=site.partners[entry["partner"]],
        name=entry["name"],
        starts_on=day(entry["start"]),
        joins_on=day(entry["planned_join"]),
    )
    rows = [TaskProgress(task=row["task"], done_on=day(row["date"]), note=row["note_nl"]) for row in entry["done"]]
    gates = [PassedGate(phase=row["phase"], passed_on=date.fromisoformat(row["date"])) for row in entry["passed"]]
    set_children(trajectory, progress=rows, gates=gates).save()


def _task(site: DemoSite, entry: dict[str, Any], gate: list[str]) -> OnboardingTask:
    words, done = site.words, entry["done_when"]
    return OnboardingTask(
        locale=site.locale,
        slug=entry["slug"],
        title=words.text(entry, "title"),
        why=words.text(entry, "why"),
        owner=entry["owner"],
        required=entry["required"],
        opens_gate=entry["slug"] in gate,
        done_when=done["kind"],
        check_name=done.get("check", ""),
        minimum=done.get("min"),
        evidence=words.text(done, "evidence"),
        source_lines=source_lines(entry),
        is_example=entry["example"],
    )


def _example_trajectory(entry: dict[str, Any]) -> None:
    trajectory = Trajectory(
        name=entry["title_nl"], starts_on=day(entry["start"]), joins_on=day(entry["planned_join"]), is_example=True
    )
    set_children(
        trajectory,
        progress=[
            TaskProgress(task=row["task"], done_on=day(row["date"]), note=row["note_nl"]) for row in entry["done"]
        ],
    ).save()
