"""Every address of the path contract answers, in both languages, after at most one redirect."""

from typing import Any

import pytest
from django.test import Client

from home.demo.data import read

PATHS = [path[language] for path in read("paths") for language in ("nl", "en")]


def test_the_contract_names_each_address_once() -> None:
    assert len(PATHS) == len(set(PATHS)) == 404


@pytest.mark.parametrize("path", PATHS)
def test_an_address_of_the_contract_answers(demo: list[str], client: Client, path: str) -> None:
    response: Any = client.get(path)
    if response.status_code in (301, 302):
        response = client.get(response["Location"])
    assert response.status_code == 200
    assert f'lang="{path[1:3]}"' in response.content.decode()[:500]
