"""What words find: synonyms, phrases, accents, marks, suggestions, corrections. On both engines where both can."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search import schema
from search.engines.client import write_client
from search.models import SynonymGroup
from search.request import SearchRequest, clean_words
from tests.search.conftest import Searching, document

pytestmark = pytest.mark.elasticsearch

LONG = "meervoudigepersoonlijkheidsontwikkelingsstoornis"


@pytest.fixture
def library(searching: Searching) -> None:
    searching.put(
        document("oudergesprek", title="Leerling-oudergesprekken", summary="Oefen een gesprek met ouders.",
                 body="We beginnen met koffie. In het gesprek heeft de leerling zelf het woord. Daarna praten we na."),
        document("coordinator", title="De coördinator", summary="Wat doet een coördinator?"),
        document("collegas", title="Collega’s leren", summary="Van collega's leer je het vak."),
        document("doorn", kind="locatie", title="NXT Doorn", summary="Een school buiten de stad."),
        document("lab-doorn", title="Lab in Doorn", summary="Doorn, Doorn en nog eens Doorn.", body="Doorn " * 20),
        document("hu", kind="partner", title="Hogeschool Utrecht", aliases=("HU",)),
        document("po", title="Leren in het po", summary="Primair onderwijs van dichtbij."),
        document("begeleiders", kind="begrip", title="begeleiders", summary="Collega's die je helpen leren."),
        document("lang", title=LONG.capitalize()),
        document("sector", title="Sectoroverstijgend samenwerken"),
        document("differentiatie", title="Differentiëren in de klas"),
    )  # fmt: skip


def keys(page: Any) -> list[str]:
    return [hit.key for hit in page.results]


def group(typed: list[str], words: list[str], **fields: Any) -> SynonymGroup:
    made = SynonymGroup(slug=typed[0].replace(" ", "-"), language="nl", typed=typed, words=words, **fields)
    made.full_clean()
    made.save()
    return made


def test_a_synonym_works_at_the_next_search(engine: Any, library: None) -> None:
    assert keys(engine("tienminutenavond")) == []
    group(["tienminutenavond"], ["leerling-oudergesprekken"])
    assert keys(engine("tienminutenavond"))[0] == "oudergesprek"
    assert keys(engine("Tienminutenavonden"))[0] == "oudergesprek"


def test_a_synonym_of_several_words_is_recognised_in_a_sentence(engine: Any, library: None) -> None:
    group(["orde houden"], ["sectoroverstijgend samenwerken"])
    assert keys(engine("hoe kan ik orde houden"))[0] == "sector"


def test_the_literal_word_is_always_searched_too(engine: Any, library: None) -> None:
    group(["school"], ["po"])
    assert {"doorn", "po"} <= set(keys(engine("school")))


def test_a_replaced_word_leads_to_the_house_term_first(engine: Any, library: None) -> None:
    group(["werkplekbegeleider"], ["begeleiders"], notice=True, term="begeleiders")
    page = engine("werkplekbegeleider")
    assert keys(page)[0] == "begeleiders"
    assert [(word.used, word.words, word.url) for word in page.house_words] == [
        ("werkplekbegeleider", ("begeleiders",), "/nl/begeleiders/")
    ]


@pytest.mark.parametrize(
    ("typed", "words", "field"),
    [
        (["de"], ["po"], "typed"),
        (["stage"], ["in het"], "words"),
        (["!!!"], ["po"], "typed"),
        (["a"], ["begeleiders", "schoolopleider"], "words"),
        (["schoolopleiders"], ["docent"], "typed"),
        (["lus"], ["kring"], "words"),
        (["zelf"], ["zelf"], "words"),
    ],
)
def test_trap_21_a_rule_that_would_do_harm_is_refused(db: None, typed: list[str], words: list[str], field: str) -> None:
    group(["schoolopleider"], ["opleiders"], notice=True)
    group(["kring"], ["ring"])
    group(["ring"], ["lus"])
    with pytest.raises(ValidationError) as refused:
        group(typed, words)
    assert field in refused.value.message_dict


def test_quotation_marks_mean_these_words_in_this_order(engine: Any, library: None) -> None:
    assert keys(engine('"gesprek met ouders"')) == ["oudergesprek"]
    assert keys(engine('"ouders met gesprek"')) == []


def test_the_name_of_a_location_brings_its_own_page_first(engine: Any, library: None) -> None:
    assert keys(engine("doorn"))[0] == "doorn"


def test_a_name_beside_other_words_still_brings_its_own_page_first(
    engine: Any, searching: Searching, new_indices: None
) -> None:
    searching.put(
        document("unic", kind="locatie", title="UniC"),
        document("partnerschap", kind="pagina", title="Partnerschap in Utrecht", body="UniC doet mee in Utrecht."),
    )
    assert [hit.key for hit in engine("UniC Utrecht").results] == ["unic", "partnerschap"]


def test_a_sound_word_of_four_letters_is_not_corrected_into_another(engine: Any, searching: Searching) -> None:
    searching.put(document("jas", title="De jas en de kist van het programma"))
    page = engine("kost programma")
    assert (page.corrected, page.total) == ("", 1)


def test_an_abbreviation_of_two_letters_counts(engine: Any, library: None) -> None:
    assert keys(engine("hu"))[0] == "hu"
    assert keys(engine("PO"))[0] == "po"


@pytest.mark.parametrize("words", ["coordinator", "coördinator", "COÖRDINATOR"])
def test_trap_13_accents_do_not_matter_either_way(engine: Any, library: None, words: str) -> None:
    assert keys(engine(words)) == ["coordinator"]


@pytest.mark.parametrize("words", ["collega", "collega's", "collega’s", "collegas leren"])
def test_trap_14_apostrophes_do_not_matter(engine: Any, library: None, words: str) -> None:
    assert "collegas" in keys(engine(words))


def test_a_typing_error_is_corrected(engine: Any, library: None) -> None:
    page = engine("sectoroverstijgent")
    assert (keys(page)[0], page.corrected) == ("sector", "sectoroverstijgend")


def test_one_wrong_word_of_two_is_corrected_too(engine: Any, library: None) -> None:
    page = engine("samenwerken sectoroverstijgent")
    assert page.corrected == "samenwerken sectoroverstijgend"


def test_a_correct_word_is_never_corrected(engine: Any, library: None) -> None:
    for words in ("gesprek", "scholen", "leerling", "begeleiding"):
        assert engine(words).corrected == ""


def test_marks_stand_in_title_and_in_the_best_sentence(engine: Any, library: None) -> None:
    hit = engine("leerling gesprek woord").results[0]
    assert "<mark>Leerling</mark>" in hit.title
    assert "zelf het <mark>woord</mark>" in hit.excerpt
    assert "koffie" not in hit.excerpt


def test_trap_23_marks_are_safe(engine: Any, searching: Searching) -> None:
    nasty = '<script>alert("x")</script> & gevaarlijk <img src=x onerror=alert(1)>'
    searching.put(document("gevaar", title=f"Titel {nasty}", summary=nasty, body=f"Tekst {nasty}."))
    hit = engine("gevaarlijk").results[0]
    for text in (hit.title, hit.excerpt):
        assert "<script" not in text
        assert "<img" not in text
        assert "<mark>gevaarlijk</mark>" in text


def test_trap_22_a_text_of_three_megabytes_is_found_and_marked(engine: Any, searching: Searching) -> None:
    searching.put(document("groot", title="Groot", body="Een zin over olifanten. " + "vulsel tekst " * 250_000))
    hit = engine("olifanten").results[0]
    assert "<mark>olifanten</mark>" in hit.excerpt


def test_trap_12_every_beginning_of_a_long_word_is_suggested(searching: Searching, library: None) -> None:
    for length in range(2, 41):
        assert "lang" in str(searching.suggest(LONG[:length])), length


@pytest.mark.parametrize("typed", ["differentië", "differentie", "DIFFER", "in de klas dif", "coörd", "coord", "nxt d"])
def test_trap_12_suggestions_know_accents_and_any_order(searching: Searching, library: None, typed: str) -> None:
    assert searching.suggest(typed)


def test_suggestions_come_from_the_fallback_too(
    searching: Searching, library: None, without_elasticsearch: None
) -> None:
    assert [group["kind"] for group in searching.suggest("doo")] == ["lab", "locatie"]
    assert searching.suggest("d") == []


def promote(words: str, *page_ids: int) -> None:
    query = Query.get(words)
    for order, pk in enumerate(page_ids):
        SearchPromotion.objects.create(query=query, page_id=pk, sort_order=order)


def test_a_promoted_page_comes_first_once_and_counts_once(engine: Any, searching: Searching, school: Any) -> None:
    from tests.factories import make_lab

    chosen = make_lab(school, "gekozen", title="Heel iets anders")
    for number in range(12):
        make_lab(school, f"rekenen-{number}", title=f"Rekenen {number}")
    searching.sync()
    promote("rekenen", chosen.pk)
    first, second = engine("rekenen"), engine("rekenen", page=2)
    assert [hit.key for hit in first.results if hit.promoted] == ["gekozen"]
    assert first.results[0].key == "gekozen"
    assert first.total == 13
    assert len({hit.key for hit in (*first.results, *second.results)}) == 13


def test_a_promoted_page_that_is_hidden_is_not_shown(engine: Any, searching: Searching, school: Any) -> None:
    from tests.factories import make_lab

    chosen = make_lab(school, "gekozen", title="Heel iets anders")
    searching.sync()
    promote("rekenen", chosen.pk)
    chosen.unpublish()
    searching.sync()
    assert engine("rekenen").total == 0


def test_sorting_by_date_puts_the_newest_first(engine: Any, searching: Searching) -> None:
    from datetime import date

    searching.put(
        *(document(f"nieuws-{year}", title="Nieuws", changed_on=date(year, 1, 1)) for year in (2024, 2026, 2025)),
        document("nieuws-zonder", title="Nieuws"),
    )
    assert keys(engine("nieuws", sort="datum")) == ["nieuws-2026", "nieuws-2025", "nieuws-2024", "nieuws-zonder"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_can_be_searched_on_both_engines(searching: Searching, text: str) -> None:
    from search.engines import elasticsearch, postgresql
    from search.parsing import parse

    request = SearchRequest("nl", clean_words(text))
    parsed = parse(request)
    assert elasticsearch.ask(request, parsed).total == postgresql.answer(request, parsed).total == 0


def test_search_explain_names_the_clauses(
    searching: Searching, library: None, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    call_command("search_explain", "doorn", "--language", "nl", "--json")
    found = json.loads(capsys.readouterr().out)
    first = found["hits"][0]
    assert (first["kind"], first["slug"]) == ("locatie", "doorn")
    assert {"word doorn", "name"} <= set(first["clauses"])
    assert first["score"] > found["hits"][1]["score"]


def test_trap_29_client_and_server_versions_are_compared(searching: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    import elasticsearch

    from search import checks
    from search.index.rebuild import rebuild

    rebuild(refresh=False)
    assert checks.check_engine(None) == []
    monkeypatch.setattr(elasticsearch, "__version__", (9, 0, 0))
    assert [message.id for message in checks.check_engine(None)] == ["search.E001"]


def test_trap_31_a_missing_node_is_a_failure_not_a_skip() -> None:
    from pathlib import Path

    for path in Path("tests/search").glob("*.py"):
        assert "pytest.skip" not in path.read_text().replace('"pytest.skip"', ""), path
    assert write_client().indices.exists(index=schema.alias("nl"))
