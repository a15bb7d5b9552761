"""The kind of a question leans to kinds of pages; the words that make a sentence a question do not weigh."""

from dataclasses import dataclass

from search.analysis.words import fold, words_of


@dataclass(frozen=True, slots=True)
class Question:
    """A kind of question: how it begins, and the kinds of documents that answer it."""

    begins: tuple[str, ...]
    kinds: tuple[str, ...]
    """Empty where none answers it better than another."""


QUESTIONS = (
    # A guide tells step by step how one does something.
    Question(("hoe moet ik", "hoe kan ik", "hoe ga ik", "how do i", "how can i", "how should i"), ("handreiking",)),
    # How long something takes stands with the trajectory, its phases and the programmes of a group.
    Question(("hoe lang", "hoelang", "how long"), ("pagina", "opleidingsgroep")),
    # People are found through the school or institute they belong to.
    Question(("wie", "met wie", "bij wie", "aan wie", "who", "whom"), ("partner", "locatie")),
    Question(("waar", "op welke school", "where", "at which school"), ("locatie",)),
    # Only labs and events have a day.
    Question(("wanneer", "hoe laat", "op welke dag", "when", "what time"), ("lab", "evenement")),
    # The glossary says what a word means.
    Question(("wat is", "wat zijn", "wat betekent", "wat betekenen", "what is", "what are", "what does"), ("begrip",)),
)
"""In order: the first that fits counts, so what is longer stands before what it begins with."""
STEPS = ("hoe", "how")
SELF = frozenset({"ik", "i", "we", "wij", "je", "you"})
"""Who asks how somebody does something: "hoe bereid ik", "hoe zet je"."""


def leaning(words: str) -> tuple[str, ...]:
    """Return the kinds of documents that a query leans to; none when it is no question."""
    typed = [fold(word) for word in words_of(words)]
    text = " ".join(typed)
    for question in QUESTIONS:
        if any(f"{text} ".startswith(f"{start} ") for start in question.begins):
            return question.kinds
    return QUESTIONS[0].kinds if typed[:1] and typed[0] in STEPS and SELF.intersection(typed[1:4]) else ()
