"""Builds `data/lemmas_nl.txt` from the hunspell dictionary of OpenTaal; run by hand, never at run time.

    python -m search.analysis.build_lemmas /usr/share/hunspell/nl

The whole dictionary would cost six seconds at each index creation and gains nothing measurable, so
only forms of the words in `data/vocabulary_nl.txt` become rules. Nouns and adjectives go to their
dictionary root, verbs to the Porter stem of their root; every rule is also written for the folded
spelling. A word the dictionary lacks takes the lemma of its last known part.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import snowballstemmer

DATA = Path(__file__).parent / "data"
VERBAL = ("aan", "af", "be", "ge", "her", "in", "mee", "na", "om", "ont", "op", "toe", "uit", "ver", "voort")
SEPARABLE = ("", "aan", "af", "bij", "door", "in", "mee", "na", "op", "over", "samen", "toe", "uit", "voor")
NOUN_OR_ADJECTIVE = re.compile(r"^[ZA][a-z]$")  # plurals and adjective endings; diminutives are rare in queries
VERB = {"V3"}  # only "-t": Porter joins the past tenses
MIN_PART = 5  # letters; shorter tails ("en", "ment") are endings, not words


def fold(word: str) -> str:
    """Return the word without accents, as visitors often type it."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def read_affixes(path: Path) -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """Return per flag the (strip, add, condition) of its suffix rules."""
    rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 4 or parts[0] != "SFX" or parts[2] in "YN":
            continue
        strip, add = parts[2], parts[3].split("/")[0]
        if add.endswith("-"):  # first part of a compound
            continue
        condition = parts[4] if len(parts) > 4 and not parts[4].startswith(("ts:", "#")) else "."
        rules.setdefault(parts[1], []).append(
            ("" if strip == "0" else strip, "" if add == "0" else add, re.compile(f"(?:{condition})$"))
        )
    return rules


def read_dictionary(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each word with its two-letter flags; names (capitals) are left out."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        word = word.replace("ĳ", "ij").strip()
        if re.fullmatch(r"[a-zà-ÿ'-]+", word):
            flags = flags.split()[0] if flags.strip() else ""
            yield word, re.findall("..", flags)


def forms(word: str, flag: str, affixes: dict[str, list[tuple[str, str, re.Pattern[str]]]]) -> Iterator[str]:
    """Yield the forms that one flag makes of a word."""
    for strip, add, condition in affixes.get(flag, ()):
        if condition.search(word) and word.endswith(strip):
            yield word[: len(word) - len(strip)] + add if strip else word + add


def dictionary_lemmas(prefix: Path, porter: Callable[[str], str]) -> dict[str, str]:
    """Return form → lemma for the whole dictionary; a noun or adjective reading wins over a verb."""
    affixes = read_affixes(prefix.with_suffix(".aff"))
    lemmas: dict[str, str] = {}
    inflected: dict[str, str] = {}
    verbs: dict[str, str] = {}
    stems: set[str] = set()
    words: list[str] = []
    for word, flags in read_dictionary(prefix.with_suffix(".dic")):
        words.append(word)
        for flag in flags:
            if NOUN_OR_ADJECTIVE.match(flag):
                # "opleiding" belongs to "opleiden": nouns in -ing keep the stem they share with their verb.
                root = porter(word) if word.endswith("ing") else word
                lemmas[word] = root  # "ouder" is a word of its own before it is a form of "oud"
                for form in forms(word, flag, affixes):
                    if flag[0] == "Z" or form.endswith(("e", "er")):
                        inflected.setdefault(form, root)
            elif flag in VERB:
                stems.add(word)
                # Porter cuts "oefen" to "oef", but "oefenen" to "oefen".
                root = porter(word + "en" if word.endswith("en") else word)
                for form in [word, *forms(word, flag, affixes)]:
                    verbs.setdefault(form, root)
    verbs.update(participles(words, stems, porter))
    return verbs | inflected | lemmas


def participles(words: list[str], stems: set[str], porter: Callable[[str], str]) -> dict[str, str]:
    """Return weak participles (`opgeleid`) → the Porter stem of their verb (`opleid`)."""
    found = {}
    for word in words:
        match = re.fullmatch(r"(\w*?)ge(\w+?)(?:[td]|(?<=[td]))", word)
        if match and match[1] in SEPARABLE and match[2] in stems:
            found[word] = porter(match[1] + match[2])
    return found


def known_tail(word: str, lemmas: dict[str, str]) -> str | None:
    """Return the lemma of a compound the dictionary lacks: its head plus the lemma of its last part."""
    if word.startswith(VERBAL):
        return None
    for start in range(2, len(word) - MIN_PART + 1):
        tail = word[start:]
        if tail in lemmas and lemmas[tail] != tail and len(lemmas[tail]) >= MIN_PART - 1:
            return word[:start] + lemmas[tail]
        if lemmas.get(tail) == tail:
            return word
    return None


def irregular() -> dict[str, str]:
    """Return the hand-written rules: strong verbs and words the dictionary treats badly."""
    pairs = {}
    for line in (DATA / "irregular_nl.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, _, words = line.partition(":")
            pairs.update({word: lemma.strip() for word in words.split()})
    return pairs


def build(prefix: Path, porter: Callable[[str], str]) -> dict[str, str]:
    """Return the rules for the vocabulary, with the folded spelling of each form beside it."""
    lemmas = dictionary_lemmas(prefix, porter)
    by_lemma: dict[str, set[str]] = {}
    for form, lemma in lemmas.items():
        by_lemma.setdefault(lemma, set()).add(form)
    vocabulary = [w for w in (DATA / "vocabulary_nl.txt").read_text(encoding="utf-8").split("\n") if w and w[0] != "#"]
    rules: dict[str, str] = {}
    for word in vocabulary:
        root = lemmas.get(word) or known_tail(word, lemmas)
        if root is None:
            continue
        rules[word] = root
        for form in by_lemma.get(root, ()):
            rules.setdefault(form, root)
    rules.update(irregular())
    folded = {fold(form): fold(lemma) for form, lemma in rules.items()}
    rules = folded | {form: fold(lemma) for form, lemma in rules.items()}
    return {form: lemma for form, lemma in sorted(rules.items()) if porter(form) != lemma}


def main(prefix: str) -> None:
    """Write the data file; `prefix` is the path of the dictionary without its suffix."""
    porter = snowballstemmer.stemmer("dutch_porter").stemWord
    rules = build(Path(prefix), porter)
    notice = (DATA / "lemmas_nl.notice.txt").read_text(encoding="utf-8")
    header = "".join(f"# {line}\n" for line in notice.strip().splitlines())
    lines = "".join(f"{form} {lemma}\n" for form, lemma in rules.items())
    (DATA / "lemmas_nl.txt").write_text(header + lines, encoding="utf-8")
    print(f"{len(rules)} rules")


if __name__ == "__main__":
    main(sys.argv[1])
