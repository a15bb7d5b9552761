"""Dutch verbs in two parts: who asks "hoe meld ik me aan" means "aanmelden"."""

from collections.abc import Iterator, Sequence

PREFIXES = frozenset(
    [
        *(
            "aan",
            "achter",
            "af",
            "bij",
            "binnen",
            "dicht",
            "door",
            "in",
            "langs",
            "los",
            "mee",
            "na",
            "om",
            "onder",
            "op",
        ),
        *("over", "samen", "tegen", "terug", "thuis", "toe", "uit", "vast", "vol", "voor", "voort", "weg"),
    ]
)
"""What stands apart from its verb in a main clause."""
BEHIND = frozenset(["als", "bij", "en", "met", "of", "om", "op", "tot", "van", "via", "voor"])
"""What may follow a complete verb; before anything else, as in "op de site", the word belongs to what follows."""
VOWELS = "aeiou"
FEWEST_LETTERS = 3
"""Letters of a form of a verb: "doe", "ga" with what follows."""


def joined(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the parts of a verb may stand, and the whole verb as a dictionary has it; many of them are none."""
    for end, prefix in enumerate(words):
        if prefix in PREFIXES and (end + 1 == len(words) or words[end + 1] in BEHIND):
            for at in range(end):
                yield from ((at, end, f"{prefix}{verb}") for verb in infinitives(words[at]))


def infinitives(form: str) -> tuple[str, ...]:
    """Return what the infinitive of a form of the present tense may be: "loop", "loopt" and "lopen" are "lopen"."""
    if len(form) < FEWEST_LETTERS or not form.isalpha():
        return ()
    stems = [form, *([form[:-1]] if form.endswith("t") else [])]
    found = [form] if form.endswith("n") else []
    for stem in stems:
        if stem[-1] in VOWELS:
            found.append(f"{stem}n")  # doe, ga
        elif len(stem) > FEWEST_LETTERS and stem[-2] == stem[-3] and stem[-2] in VOWELS:
            found += [f"{stem[:-2]}{last}en" for last in _voiced(stem[-1])]  # loop, lees
        elif stem[-2] in VOWELS and (len(stem) == FEWEST_LETTERS or stem[-3] not in VOWELS):
            found.append(f"{stem}{stem[-1]}en")  # stap
        found += [f"{stem[:-1]}{last}en" for last in _voiced(stem[-1])]  # meld, schrijf
    return tuple(dict.fromkeys(found))


def _voiced(last: str) -> str:
    """Return the letters that the last one of a stem may be before an ending: "schrijf", "schrijven"."""
    return {"f": "fv", "s": "sz"}.get(last, last)
