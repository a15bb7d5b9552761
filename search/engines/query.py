"""The Elasticsearch query of a search: pure functions from an expansion to `elasticsearch.dsl` objects."""

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search import boosts
from search.engines.reading import document_id
from search.expansion import Expansion, WordGroup, bare, only_stop_words

TEXT = [f"{name}^{weight:g}" for name, weight in boosts.TEXT.items()]
EXACT = [f"{name}.exact^{weight:g}" for name, weight in boosts.TEXT.items()]
FUZZY = {"fuzziness": "AUTO:4,7", "prefix_length": 1}


def strict(expansion: Expansion) -> Query:
    """Return the first try: any word, the more the better, each with its synonyms; exact answers on top."""
    if not expansion.groups:
        return Q("match_all")
    words = Q("bool", should=[group_query(group, expansion.language) for group in expansion.groups])
    return Q("bool", must=[Q("bool", should=[words, *tops(expansion)], minimum_should_match=1)])


def group_query(group: WordGroup, language: str) -> Query:
    """Return the query of one word: the word itself or, a little less, what the house calls it."""
    if group.phrase:
        return phrase(group.text, f'phrase "{group.text}"')
    if only_stop_words(group, language):
        return Q("multi_match", query=group.text, fields=EXACT, _name=f"word {group.text}")
    original = Q("combined_fields", query=group.text, fields=TEXT, _name=f"word {group.text}")
    if not group.synonyms:
        return original
    synonyms = [synonym(text) for text in group.synonyms]
    return Q("dis_max", queries=[original, *synonyms])


def synonym(text: str) -> Query:
    """Return the query of a word of the house; several words must stand together."""
    if " " in text:
        return phrase(text, f"synonym {text}", boosts.SYNONYM)
    return Q("combined_fields", query=text, fields=TEXT, boost=boosts.SYNONYM, _name=f"synonym {text}")


def phrase(text: str, name: str, boost: float = 1.0) -> Query:
    """Return a query for words that stand together in this order."""
    return Q("multi_match", type="phrase", query=text, fields=TEXT, boost=boost, _name=name)


def tops(expansion: Expansion) -> list[Query]:
    """Return the clauses that bring one page to the top; the table in `search.boosts` explains each."""
    words = bare(expansion.words)
    name = Q("match", title={"query": words, "operator": "and"}) & Q("terms", kind=list(boosts.NAMED_KINDS))
    clauses = [
        constant(Q("terms", title__whole=list(expansion.whole)), boosts.EXACT_TITLE, "exact title"),
        constant(name, boosts.NAME, "name"),
    ]
    if expansion.term_keys:
        term = Q("term", kind="begrip") & Q("terms", key=list(expansion.term_keys))
        clauses.append(constant(term, boosts.HOUSE_TERM, "word of the house"))
    for place, identity in enumerate(expansion.promoted):
        page = Q("ids", values=[document_id(identity)])
        clauses.append(constant(page, boosts.PROMOTED - place, "promoted"))
    return clauses


def constant(query: Query, boost: float, name: str) -> Query:
    """Return a clause that adds a fixed number."""
    return Q("constant_score", filter=query, boost=boost, _name=name)


def relaxed(words: str) -> Query:
    """Return the second try: words split into their parts, and words with a letter or two wrong."""
    words = bare(words)
    tries = [
        Q(
            "multi_match",
            query=words,
            fields=TEXT,
            analyzer="text",
            tie_breaker=boosts.TYPO_TIE,
            _name="parts of words",
        ),
        Q("multi_match", query=words, fields=TEXT, tie_breaker=boosts.TYPO_TIE, _name="similar words", **FUZZY),
        Q("multi_match", query=words, fields=EXACT, tie_breaker=boosts.TYPO_TIE, _name="similar words", **FUZZY),
    ]
    return Q("dis_max", tie_breaker=boosts.TYPO_TIE, queries=tries)


def marked(words: str) -> Query:
    """Return what the second try marks in the text; marking similar words would take a second."""
    return Q("multi_match", query=bare(words), fields=TEXT, analyzer="text")
