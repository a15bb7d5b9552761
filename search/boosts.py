"""Every number that decides the order of results, in one table, each with its reason.

`search_explain` shows these names beside a result. Change a number only with `search_eval` before
and after, on the tuning queries (`docs/search.md`).
"""

TEXT = {
    "title": 20.0,  # what a page says it is
    "aliases": 12.0,  # what it is also called
    "phrases": 3.0,  # how people search for it, written by whoever knows the page
    "headings": 4.0,
    "summary": 4.0,  # written to say what the page is about
    "body": 2.0,
    "related": 1.0,  # names of other pages: found by them, but below the page itself
}
"""Weight of a field in the one query over all fields; `combined_fields` takes 1 and up."""

PHRASE = 0.8
"""A word in how people search for a page counts nearly as much as on the page: more than in its text, less than in its
title. One number apart from the fields of the text, so that many phrases do not make a page a long one."""

SYNONYM = 0.8
"""A word of the house that stands in for the visitor's word counts a little less than a literal match."""

PART = 0.4
"""The beginning or end of a compound that no page holds: half of what a word of the house counts."""

YEAR = 0.2
"""A year: pages seldom write when they are about, so that the few that do would stand above those about the subject."""

EXACT_TITLE = 60.0
"""The query is the whole title: that page first, above any sum of words."""

EXACT_ALIAS = 40.0
"""The query is another name of the page, such as an abbreviation."""

EXACT_PHRASE = 55.0
"""The query is what an editor says people type for the page: nearly a page put on top, but below the page called so."""

TITLE_BEGINS = 4.0
"""The title begins with the query: "Pedagogy and care" before pages that only mention pedagogy."""

NAME = 30.0
"""The query is the name of a location or partner: its own page before pages that mention it."""

KIND_ASKED = 80.0
"""The query is a kind of thing, such as "labs" or "school": these things before the page that explains the word."""

OVERVIEW = 120.0
"""The same query: first the page that is called so, since it is the one about all of them."""

NAME_INSIDE = 2.0
"""The query holds the whole name of a location or partner beside other words: that place counts more."""

WISH = 2.0
"""The query names a place, kind, group or theme that the page is filed under: about half a word of the title."""

LISTED = 20.0
"""The query is a kind and other names, such as "labs doorn": things of that kind that have all of it are the list that
is asked, and come before the page that is called by one of these names."""

DAYS = 60.0
"""The query names days: what is held then comes before what only holds the other words. Days with a name, such as
"week 3", are a wish like others: pages that say what one does then come first."""

LEANING = 2.0
"""The kind of question is answered by this kind of page: more than what settles a tie, less than a word."""

HOUSE_TERM = 200.0
"""A word the house replaces, and nothing else: first the page that explains the house's word."""

HOUSE_TERM_BESIDE = 2.0
"""The same beside other words: who asks as a "student" about something asks about that."""

PROMOTED = 1000.0
"""Put on top by the core team: above everything. One step for each page, so that no match changes their order."""

MEANING, MEANING_REACHES = 40.0, 0.08
"""What lies as near as the nearest page, for each word of the query; nothing for what lies this much further."""

MEANING_BESIDE = 0.5
"""The same where each of two or three words stands on pages: they are a good guide, but not to what both are about."""

BESIDE, LINKED = 0.5, 0.3
"""What stands beside two of the best results gets half of their scores, as far as it is like them. Pages that name each
other are that much more alike than their texts are."""

BESIDE_MOST = 20.0
"""As much of a score is shared: what an exact title has more says nothing about the pages beside it."""

TYPO_TIE = 0.3
"""In the second try the best field counts fully, the others this much."""

IN_POSTGRESQL = 0.1
"""What 1 in this table is in the other engine, where a good match scores one and not ten."""

NAMED_KINDS = ("locatie", "partner")
"""Kinds whose title is a name."""

KIND = {"lab": 0.8, "locatie": 0.6, "handreiking": 0.6, "thema": 0.5, "pagina": 0.4, "partner": 0.4}
"""Settles what is otherwise equal: a lab and its theme often share their title."""


def promoted(place: int, count: int) -> float:
    """Return the weight of a promoted page, by its place among them."""
    return PROMOTED * (count - place)


def house_term(words: int) -> float:
    """Return the weight of the page that explains the house's word for one of so many words."""
    return HOUSE_TERM if words == 1 else HOUSE_TERM_BESIDE


def meaning(closeness: float, nearest: float, words: int) -> float:
    """Return the weight of a page by how near it lies beside the nearest one; each word of a query adds to it."""
    return MEANING * max(words, 1) * max(closeness - nearest + MEANING_REACHES, 0.0)
