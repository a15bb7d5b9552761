"""The English analysis chain: possessives, light stop words and the English stemmer; no splitting."""

from typing import Any

from search.analysis.data import read_lines

FILTERS: dict[str, dict[str, Any]] = {
    "en_possessive": {"type": "stemmer", "language": "possessive_english"},
    "en_stop": {"type": "stop", "stopwords": list(read_lines("stop_en.txt"))},
    "en_keep": {"type": "keyword_marker", "keywords": ["nxt", "unic", "nuovo", "maarsbergen"]},
    "en_stem": {"type": "stemmer", "language": "english"},
}

INDEX = ("en_possessive", "lowercase", "en_keep", "en_stop", "en_stem", "fold", "remove_duplicates")
QUERY = ("en_possessive", "lowercase", "en_keep", "en_stop", "en_stem", "fold")
