"""Settings: production starts whole or not at all, and says what is missing; development starts nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bin.embedded import system
from portal.settings.environment import NO_DATABASE

ROOT = Path(__file__).resolve().parent.parent.parent
WHOLE = {
    "SECRET_KEY": "only-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFG",
    "DATABASE_URL": "postgres://portal@db.example/portal",
    "ELASTICSEARCH_URL": "http://search.example:9200",
    "ALLOWED_HOSTS": "portal.example",
}
ONE = '{"provider_id": "a", "name": "A", "issuer": "https://a.nl", "client_id": "c", "secret": "s"}'
PRINT = "import json; from django.conf import settings; print(json.dumps({names}, default=str))"


def in_production(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run code under production's settings with exactly this environment."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": os.defpath, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_production_without_a_variable_refuses_and_names_it(name: str) -> None:
    rest = {key: value for key, value in WHOLE.items() if key != name}
    done = in_production("import django; django.setup()", rest)
    assert done.returncode != 0
    assert name in done.stderr.splitlines()[-1]


def test_production_starts_nothing_of_its_own() -> None:
    code = "import sys; from django.conf import settings; settings.DEBUG; print('bin' in sys.modules)"
    assert in_production(code, WHOLE).stdout.strip() == "False"


def test_production_stands_without_the_tools_and_the_tests(tmp_path: Path) -> None:
    left_out = shutil.ignore_patterns(".*", "__pycache__", "docs", "bin", "tests")
    server = shutil.copytree(ROOT, tmp_path / "server", ignore=left_out)
    environment = {"PATH": os.defpath, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **WHOLE}
    command = [sys.executable, "manage.py", "search_status", "--help"]
    done = subprocess.run(command, cwd=server, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_production_is_safe_behind_a_proxy() -> None:
    names = (
        "settings.DEBUG, settings.SECURE_HSTS_SECONDS >= 31536000, settings.SESSION_COOKIE_SECURE, "
        "settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT"
    )
    done = in_production(PRINT.format(names=f"[{names}]"), WHOLE)
    assert done.stdout.strip() == "[false, true, true, true, true]"


def test_cookies_of_production_belong_to_this_host_alone() -> None:
    names = (
        "settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_HTTPONLY, "
        "settings.SESSION_COOKIE_SAMESITE, settings.SESSION_COOKIE_PATH, settings.SESSION_COOKIE_DOMAIN"
    )
    done = in_production(PRINT.format(names=f"[{names}]"), WHOLE)
    assert done.stdout.strip() == '["__Host-session", "__Host-csrf", true, "Lax", "/", null]'


def test_production_demands_a_second_factor_and_will_not_do_without() -> None:
    code = PRINT.format(names="[settings.DEMAND_SECOND_FACTOR, settings.ALLAUTH_TRUSTED_PROXY_COUNT]")
    assert in_production(code, WHOLE).stdout.strip() == "[true, 1]"
    refused = in_production(code, {**WHOLE, "DEMAND_SECOND_FACTOR": "0"})
    assert refused.returncode != 0
    assert "DEMAND_SECOND_FACTOR" in refused.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("providers", "word"),
    [
        ("geen lijst", "JSON"),
        ('[{"provider_id": "hu"}]', "no name, issuer"),
        (f"[{ONE.replace('https', 'http')}]", "https"),
        (f"[{ONE.replace('secret', 'geheim')}]", "no secret"),
        (ONE, "JSON"),
        (f"[{ONE}, {ONE}]", "twice"),
    ],
)
def test_a_mistake_in_the_providers_stops_the_start(providers: str, word: str) -> None:
    done = in_production("from django.conf import settings; settings.DEBUG", {**WHOLE, "OPENID_PROVIDERS": providers})
    assert done.returncode != 0
    assert word in done.stderr.splitlines()[-1]
    assert "OPENID_PROVIDERS" in done.stderr.splitlines()[-1]


def test_the_cache_counts_over_all_processes_in_redis_or_else_in_the_database() -> None:
    code = PRINT.format(names="settings.CACHES['default']['BACKEND']")
    assert "shared_cache.SharedCache" in in_production(code, WHOLE).stdout
    assert "redis" in in_production(code, {**WHOLE, "REDIS_URL": "redis://cache.example/0"}).stdout


def test_the_policy_for_visitors_holds_nothing_unsafe() -> None:
    done = in_production(PRINT.format(names="settings.CONTENT_SECURITY_POLICY"), WHOLE)
    assert "unsafe" not in done.stdout
    assert "'none'" in done.stdout


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the portal in which nothing was ever started."""
    left_out = shutil.ignore_patterns(".*", "__pycache__", "docs", "static", "locale")
    return Path(shutil.copytree(ROOT, tmp_path / "clone", ignore=left_out))


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (
            [
                "-c",
                "from portal.settings import dev; raise SystemExit(dev.DATABASE_URL or dev.ELASTICSEARCH_URL or None)",
            ],
            0,
        ),
        (["manage.py", "migrate"], 1),
        (["-m", "pytest", "-p", "no:cacheprovider", "tests/portal/test_rows.py"], 4),
    ],
    ids=["settings", "manage", "pytest"],
)
def test_development_without_an_address_starts_nothing_and_says_so_in_one_line(
    clone: Path, command: list[str], status: int
) -> None:
    done = subprocess.run(
        [sys.executable, *command], cwd=clone, env={"PATH": os.defpath}, capture_output=True, text=True
    )
    said = [line.removeprefix("Exit: ") for line in (done.stdout + done.stderr).splitlines() if line]
    data = [system.data_dir(clone / ".local", service) for service in ("postgresql", "elasticsearch")]
    started = [process for process in system.processes() if any(str(folder) in process.command for folder in data)]
    assert said == ([NO_DATABASE] if status else [])
    assert done.returncode == status
    assert started == []
    assert [folder for folder in data if folder.exists()] == []
