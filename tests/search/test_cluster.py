"""The same code on a cluster: TLS, a key, several hosts of which one is dead, replicas. Only settings differ."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from django.core.checks import run_checks
from django.test import Client

from search import schema
from search.engines import breaker
from search.engines.client import write_client
from search.index import names, rebuild
from search.index.reconcile import reconcile
from search.index.status import status
from search.models import StoredDocument
from search.worker import sync_once
from tests.factories import make_lab
from tests.search import secured
from tests.search.conftest import Searching

pytestmark = pytest.mark.elasticsearch
DEAD = "https://127.0.0.1:1"


@pytest.fixture(scope="module")
def node() -> Iterator[secured.SecuredNode]:
    """A node with security on, for the tests of this module."""
    folder = Path(mkdtemp(prefix="secured-node-"))
    folder.chmod(0o755)
    try:
        yield secured.start(folder)
    finally:
        secured.stop(folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(node: secured.SecuredNode, searching: Searching, settings: Any) -> secured.SecuredNode:
    """The settings of a cluster: a dead host first, then the real one."""
    settings.ELASTICSEARCH_URL = f"{DEAD}, {node.url}"
    settings.ELASTICSEARCH_API_KEY = node.api_key
    settings.ELASTICSEARCH_CA_CERTS = node.ca_certs
    settings.ELASTICSEARCH_REPLICAS = 1
    breaker.forget()
    return node


def test_rebuild_search_sync_and_reconcile_work_over_tls_with_a_key(
    cluster: secured.SecuredNode, searching: Searching, school: Any, client: Client
) -> None:
    make_lab(school, "zeilkamp", title="Zeilkamp op het meer")
    made = rebuild.rebuild()
    for index in made.indices.values():
        settings = write_client().indices.get_settings(index=index)[index]["settings"]["index"]
        assert settings["number_of_replicas"] == "1"
    warm_up(searching)
    for _round in range(6):  # each host has its turn
        page = searching.find("zeilkamp")
        assert (page.engine, page.total) == ("elasticsearch", 1)
    make_lab(school, "later", title="Zeilkamp dat later kwam")
    while report := sync_once():
        assert not report.away
    searching.refresh()
    assert sorted(searching.keys("zeilkamp")) == ["later", "zeilkamp"]
    StoredDocument.objects.filter(key="later").update(title="Beschadigd", checksum="oud")
    assert reconcile().total >= 1
    assert reconcile().total == 0
    assert client.get("/nl/zoeken/?q=zeilkamp").content.count(b'data-engine="elasticsearch"') == 1
    assert searching.suggest("zeil")[0]["items"]


def warm_up(searching: Searching) -> None:
    """Search until a node that was only just started answers within the deadline."""
    for _attempt in range(20):
        breaker.forget()
        if searching.find("zeilkamp").engine == "elasticsearch":
            return


def test_the_check_at_the_start_and_the_status_read_the_cluster(
    cluster: secured.SecuredNode, searching: Searching, school: Any
) -> None:
    rebuild.rebuild()
    assert run_checks(tags=["search"], include_deployment_checks=True) == []
    assert status()["engine"]["ok"]
    index = names.active("nl")
    assert index is not None
    assert names.schema_of(index) == schema.schema_hash("nl")


@pytest.mark.parametrize(
    ("name", "value"), [("ELASTICSEARCH_API_KEY", "bm9ib2R5OndpdGhvdXQta2V5"), ("ELASTICSEARCH_CA_CERTS", "")]
)
def test_a_wrong_key_or_an_unknown_authority_gives_the_fallback_and_a_warning(
    cluster: secured.SecuredNode, searching: Searching, settings: Any, name: str, value: str
) -> None:
    setattr(settings, name, value)
    assert searching.find("zeilkamp").engine == "postgresql"
    (warning,) = run_checks(tags=["search"], include_deployment_checks=True)
    assert warning.id == "search.W002"


def test_an_answer_that_drips_over_tls_is_ended_too(cluster: secured.SecuredNode) -> None:
    """The connection that can be closed from outside is also the one used for https."""
    from search.engines.client import Call, carried_by, search_client

    call = Call()
    with carried_by(call):
        search_client().info()
        assert call._connection is not None
        call.abort()
    assert search_client().info()["version"]["number"]
