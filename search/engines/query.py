"""The Elasticsearch query of a search: pure functions from a parsed query to JSON as its manual writes it."""

from collections.abc import Callable
from typing import Any

from search import boosts
from search.analysis.dictionary import mistyped
from search.analysis.words import words_of
from search.engines.response import document_id
from search.parsing import ParsedQuery
from search.reading.groups import WordGroup, only_stop_words

Query = dict[str, Any]
"""A query as Elasticsearch reads it. Plain, since objects that stand for it cost more to make than the search."""

TEXT = [f"{name}^{weight:g}" for name, weight in boosts.TEXT.items()]
ON_PAGE = [field for field in TEXT if not field.startswith("phrases")]
EXACT = [f"{name}.exact^{weight:g}" for name, weight in boosts.TEXT.items()]
FUZZY = {"fuzziness": "AUTO:4,7", "prefix_length": 1}


def strict(parsed: ParsedQuery) -> Query:
    """Return the first try: any word, the more the better, each with its synonyms; exact answers on top."""
    found = matching(parsed)
    if not parsed.groups:
        return found
    return {"bool": {"must": [found], "should": boost_clauses(parsed) + leanings(parsed)}}


def matching(parsed: ParsedQuery) -> Query:
    """Return the part of a first try that finds, without what only lifts a page."""
    if not parsed.groups:
        return {"match_all": {}}
    wanted = [group_query(group, parsed.language) for group in parsed.groups] + promotions(parsed)
    wanted += lists(parsed)
    # Alone they are the second try, which says that it guesses.
    wanted += outer_parts(parsed) if parsed.has_whole_words else []
    return any_of(wanted)


def group_query(group: WordGroup, language: str) -> Query:
    """Return the query of one word: the word itself or, a little less, what the house calls it."""
    if group.phrase:
        return phrase(group.text, f'phrase "{group.text}"')
    if only_stop_words(group, language):
        return {"multi_match": {"query": group.text, "fields": EXACT, "_name": f"word {group.text}"}}
    original = together(group.text, f"word {group.text}", group.weight)
    others = [spelling(text) for text in group.spellings] + [synonym(text) for text in group.synonyms]
    named = ((wish, f"named {wish.facet} {group.text}") for wish in group.wishes)
    others += [constant(wish.condition, wish.weight_as_word, name) for wish, name in named]
    others += [constant({"terms": {"kind": group.kinds}}, 0, f"kind {group.text}")] if group.kinds else []
    return {"dis_max": {"queries": [original, *others]}} if others else original


def outer_parts(parsed: ParsedQuery) -> list[Query]:
    """Return the queries of how compounds begin and end that no page holds."""
    return [together(part, f"part {part}", boosts.PART) for group in parsed.groups for part in group.parts]


def any_of(queries: list[Query]) -> Query:
    """Return a query for documents that match at least one of these."""
    return {"bool": {"should": queries, "minimum_should_match": 1}}


def every(*queries: Query) -> Query:
    """Return a query for documents that match all of these."""
    return {"bool": {"must": list(queries)}}


def together(text: str, name: str, boost: float = 1.0) -> Query:
    """Return a query for every word of a text, wherever they stand on a page, or in how people search for it.

    Phrases are weighed apart: in one field with the others, many of them would make a page a long one, which is found
    less by its own words.
    """
    wanted = {"query": text, "operator": "and"}
    on_page = {"combined_fields": {**wanted, "fields": ON_PAGE}}
    in_phrases = {"match": {"phrases": {**wanted, "boost": boosts.PHRASE}}}
    return {"dis_max": {"queries": [on_page, in_phrases], "boost": boost, "_name": name}}


def synonym(text: str) -> Query:
    """Return the query of a word of the house."""
    return adjoining(text, f"synonym {text}", boosts.SYNONYM)


def spelling(text: str) -> Query:
    """Return the query of another spelling of a word, which counts as the word itself."""
    return adjoining(text, f"spelling {text}")


def adjoining(text: str, name: str, boost: float = 1.0) -> Query:
    """Return a query for a text of which several words must stand together."""
    if " " not in text:
        return together(text, name, boost)
    # The phrase only selects: its own score grows with the weight of the field and would drown single words.
    adjoin = {"multi_match": {"type": "phrase", "query": text, "fields": TEXT}}
    return {"bool": {"must": [together(text, name, boost)], "filter": [adjoin]}}


def phrase(text: str, name: str, boost: float = 1.0) -> Query:
    """Return a query for words that stand together in this order."""
    return {"multi_match": {"type": "phrase", "query": text, "fields": TEXT, "boost": boost, "_name": name}}


def boost_clauses(parsed: ParsedQuery) -> list[Query]:
    """Return the clauses that bring one page to the top; the table in `search.boosts` explains each."""
    clauses = [
        constant({"terms": {"title.whole": parsed.whole}}, boosts.EXACT_TITLE, "exact title"),
        constant({"terms": {"aliases.whole": parsed.whole}}, boosts.EXACT_ALIAS, "exact alias"),
        constant({"terms": {"phrases.whole": parsed.phrases}}, boosts.EXACT_PHRASE, "exact phrase"),
        constant({"prefix": {"title.whole": parsed.whole[0]}}, boosts.TITLE_BEGINS, "title begins"),
        *(constant({"term": {"kind": kind}}, boost, f"kind {kind}") for kind, boost in boosts.KIND.items()),
    ]
    if parsed.places:
        named = [every({"term": {"kind": kind}}, {"terms": {"key": keys}}) for kind, keys in parsed.places.items()]
        clauses.append(constant(any_of(named), boosts.NAME, "name"))
    if parsed.kinds:
        overview = every({"term": {"kind": "pagina"}}, {"terms": {"title.whole": parsed.names_of_kinds}})
        clauses.append(constant(overview, boosts.OVERVIEW, "overview of a kind"))
        clauses.append(constant({"terms": {"kind": parsed.kinds}}, boosts.KIND_ASKED, "kind asked"))
    if parsed.inside:
        names = any_of([{"terms": {field: parsed.inside}} for field in ("title.whole", "aliases.whole")])
        clauses.append(constant(of_named(names), boosts.NAME_INSIDE, "name inside"))
    if parsed.term_keys:
        term = every({"term": {"kind": "begrip"}}, {"terms": {"key": parsed.term_keys}})
        clauses.append(constant(term, boosts.house_term(len(parsed.groups)), "word of the house"))
    if parsed.leaning:
        clauses.append(constant({"terms": {"kind": parsed.leaning}}, boosts.LEANING, "kind of question"))
    wished = ((wish, f"wish {wish.facet} {wish.words}") for wish in parsed.wishes)
    clauses += [constant(wish.condition, wish.weight, name) for wish, name in wished]
    return clauses


def of_named(query: Query) -> Query:
    """Return a query for what matches among the things that have a name of their own."""
    return {"bool": {"must": [query], "filter": [{"terms": {"kind": boosts.NAMED_KINDS}}]}}


def promotions(parsed: ParsedQuery) -> list[Query]:
    """Return the clauses of promoted pages, which are results even when no word matches."""
    return [
        constant({"ids": {"values": [document_id(identity)]}}, boosts.promoted(place, len(parsed.promoted)), "promoted")
        for place, identity in enumerate(parsed.promoted)
    ]


def lists(parsed: ParsedQuery) -> list[Query]:
    """Return the clause of things of a kind that have all that is named beside it, whatever their words."""
    named = [any_of([wish.condition for wish in wishes]) for wishes in parsed.listed]
    return [constant(every(*named), boosts.LISTED, "all that is named")] if named else []


def leanings(parsed: ParsedQuery) -> list[Query]:
    """Return the clauses of pages that mean what is asked: they only reorder what is found by its words."""
    return [
        constant({"ids": {"values": [document_id(identity)]}}, weight, "meaning")
        for identity, weight in parsed.leanings
    ]


def constant(query: Query, boost: float, name: str) -> Query:
    """Return a clause that adds a fixed number."""
    return {"constant_score": {"filter": query, "boost": boost, "_name": name}}


def relaxed(parsed: ParsedQuery) -> Query:
    """Return the second try: words split into their parts, and mistyped words with a letter or two wrong."""
    same: Query = {"query": parsed.bare, "tie_breaker": boosts.TYPO_TIE}
    tries: list[Query] = [{"multi_match": {**same, "fields": TEXT, "analyzer": "text", "_name": "parts of words"}}]
    tries += outer_parts(parsed)
    if wrong := mistyped([parsed.bare]):
        similar = {**same, **FUZZY, "query": " ".join(wrong), "_name": "similar words"}
        tries += [{"multi_match": {**similar, "fields": fields}} for fields in (TEXT, EXACT)]
    found = {"dis_max": {"tie_breaker": boosts.TYPO_TIE, "queries": tries}}
    return {"bool": {"must": [found], "should": leanings(parsed)}}


def to_mark(parsed: ParsedQuery, field: str) -> Query:
    """Return what marks the words of a first try in one field, the same words as it finds.

    Elasticsearch tries what marks words on each hit anew, and a query over all fields for each field: one word in the
    field itself takes it a fraction of that.
    """
    marking: list[Query] = []
    for group in parsed.groups:
        if group.phrase:
            marking.append({"match_phrase": {field: group.text}})
        elif not only_stop_words(group, parsed.language):
            parts = group.parts if parsed.has_whole_words else ()
            marking += [in_field(field, text, together) for text in (group.text, *parts)]
            marking += [in_field(field, text, adjoining) for text in (*group.spellings, *group.synonyms)]
    return any_of(marking) if marking else {"match_none": {}}


def in_field(field: str, text: str, in_all: Callable[[str, str], Query]) -> Query:
    """Return the query of one word in one field; several words may stand in several, so that they are tried in all."""
    return {"match": {field: text}} if len(words_of(text)) == 1 else in_all(text, text)


def to_mark_similar(parsed: ParsedQuery, field: str) -> Query:
    """Return what the second try marks in one field; to mark similar words would take a second."""
    return {"match": {field: {"query": parsed.bare, "analyzer": "text"}}}
