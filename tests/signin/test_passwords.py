"""What is too easy to guess is refused, whoever writes it and however; a long passphrase stays welcome."""

import random
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from locations import passwords
from portal.core.models.users import User
from tests.factories import make_partner

LEET = {"o": "0", "i": "1!", "l": "1", "e": "3", "a": "4@", "s": "5$", "t": "7"}
FREE = ["lantaarn", "drempel", "wolk", "fluit", "kajuit", "moeras", "ketel", "zwaluw", "trechter", "hamer", "gordijn"]
NOOR = User(email="noor.bakkerman@voorbeeldstad.example", first_name="Noor", last_name="Bakkerman")


def refused(password: str) -> bool:
    try:
        validate_password(password, NOOR)
    except ValidationError:
        return True
    return False


def passes(rule: passwords.WellKnownWordsValidator, password: str) -> bool:
    try:
        rule.validate(password, NOOR)
    except ValidationError:
        return False
    return True


def dressed(word: str, chance: random.Random) -> str:
    """The word as people make it look hard."""
    signs = [chance.choice(LEET[c]) if c in LEET and chance.random() < 0.4 else c for c in word]
    signs = [c.upper() if chance.random() < 0.3 else c for c in signs]
    year = chance.choice(["2026", "26", "1987", "123", "01", "2026!", "!", "!!", "#1", " 2027", "-2026-"])
    return chance.choice(["", "!", "2026"]) + "".join(signs) + year


def test_a_known_word_is_refused_however_it_is_written_and_a_passphrase_is_not(
    db: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_partner("lindenborgh", name="Stichting Lindenborgh")
    chance, rule = random.Random(), passwords.WellKnownWordsValidator()
    names = passwords.names_here()
    assert {"lindenborgh", "stichtinglindenborgh", "opleidingshuis"} <= names
    monkeypatch.setattr(passwords, "names_here", lambda: names)  # asked once, for the speed of two thousand tries
    known = sorted(passwords.common_words() | names | {"noor", "bakkerman", "voorbeeldstad"})
    for word in known:
        for password in (dressed(word, chance), dressed(word + chance.choice(known), chance)):
            assert not passes(rule, password), password
    for _try in range(200):
        phrase = chance.choice([" ", "-", ""]).join(chance.sample(FREE, 4))
        assert passes(rule, phrase), phrase


def test_what_is_no_password_is_refused_in_dutch_and_any_composition_is_welcome(db: Any) -> None:
    for password in (
        " " * 14,
        "\u00a0\t" * 8,
        "      welkoe   ",
        "aaaaaaaaaaaaaaaa",
        "1234567890123456",
        "2026-2025-2024",
    ):
        assert refused(password), password
    for password in (
        "Welkom2026Utrecht!",
        "Opleidingshuis2026",
        "W@chtw00rd-2026",
        "Zomervakantie 2026",
        "w3lk0mw3lk0m!!",
    ):
        assert refused(password), password
    for password in (
        "vier woorden zonder verband",
        "drie losse woorden",
        "de school heeft een blauwe vlieger op het dak",
    ):
        assert not refused(password), password
    assert not refused("8f!Kq2#vLr9@xT")
    assert not refused("mooie lantaarn " * 8)
    with translation.override("nl"), pytest.raises(ValidationError) as raised:
        validate_password("Welkom2026Welkom", NOOR)
    assert "te makkelijk te raden" in str(raised.value)
