"""The Dutch analysis chain, the same in Elasticsearch and in the fallback.

Indexing splits long words into known parts; a query is not split, or "basisschool" would find every
school. Lemmas come before the stemmer because Porter keeps "locatie" and "locaties" apart. The
stemmer `dutch_kp` is not used: it joins "begeleiding" with "beleid" and does nothing from version 9.
"""

from typing import Any

from search.analysis.data import read_lines

PARTS = read_lines("parts_nl.txt")
PROTECTED = read_lines("protected_nl.txt")
LEMMAS: dict[str, str] = dict(line.split(" ", 1) for line in read_lines("lemmas_nl.txt"))

SPLIT_FROM = 8
"""Letters a word needs before it is split."""

FILTERS: dict[str, dict[str, Any]] = {
    "nl_keep": {"type": "keyword_marker", "keywords": list(PROTECTED)},
    "nl_split": {
        "type": "dictionary_decompounder",
        "word_list": list(PARTS),
        "min_word_size": SPLIT_FROM,
        "min_subword_size": 4,
        "max_subword_size": 22,
        "only_longest_match": True,
    },
    "nl_stop": {"type": "stop", "stopwords": list(read_lines("stop_nl.txt"))},
    "nl_lemma": {"type": "stemmer_override", "rules": [f"{form} => {lemma}" for form, lemma in LEMMAS.items()]},
    "nl_stem": {"type": "stemmer", "language": "dutch"},
}

# Names as in the mapping: `text` for indexing, `query` for searching, `split` for the second try.
INDEX = ("lowercase", "nl_keep", "nl_split", "nl_stop", "nl_lemma", "nl_stem", "fold", "remove_duplicates")
QUERY = ("lowercase", "nl_keep", "nl_stop", "nl_lemma", "nl_stem", "fold")
