"""The demo site stays where it belongs: never among real editors, and it leaves nothing behind when broken off."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from home.demo.files import BEFORE, all_or_nothing, clear_away
from home.models import HomePage
from portal.core.models.users import User


@pytest.mark.django_db
def test_the_demo_is_refused_where_the_settings_do_not_say_that_this_is_one(settings: Any) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(CommandError, match="bootstrap"):
        call_command("load_demo")
    assert not HomePage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("demanded", [True, False])
def test_a_demo_account_signs_in_only_where_no_second_factor_is_demanded(settings: Any, demanded: bool) -> None:
    user = User.objects.create_superuser("beheer@opleidingshuis.example", "demo-beheer-2026", is_demonstration=True)
    client = Client()
    client.force_login(user)
    settings.DEMAND_SECOND_FACTOR = demanded
    assert Client().login(email=user.email, password="demo-beheer-2026") is not demanded
    assert ("/account/login/" in client.get("/admin/").headers.get("Location", "")) is demanded


@pytest.mark.django_db
def test_what_a_broken_load_left_goes_and_what_was_there_stays(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "original_images").mkdir()
    kept, orphan = tmp_path / "eerder.png", tmp_path / "original_images" / "wees.png"
    kept.write_text("a")
    with pytest.raises(FileNotFoundError), all_or_nothing():
        (orphan.write_text("b"), (tmp_path / "nergens").read_text())
    assert (kept.exists(), orphan.exists(), (tmp_path / BEFORE).exists()) == (True, False, False)

    killed = all_or_nothing()
    killed.__enter__()
    orphan.write_text("c")
    clear_away()  # as the next start does
    assert (kept.exists(), orphan.exists()) == (True, False)

    with all_or_nothing():
        orphan.write_text("d")
    clear_away()
    assert orphan.exists()
