"""What the texts of a site mean can be kept in a file, for another site with the same texts."""

from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command

from search.meaning import encoding, kept
from search.models import PassageVector

pytestmark = pytest.mark.elasticsearch


def vectors() -> dict[str, np.ndarray]:
    return {row.digest: np.frombuffer(bytes(row.vector), np.float16) for row in PassageVector.objects.all()}


def test_another_site_reads_from_the_file_what_this_one_encoded(encoded_pages: None, tmp_path: Path) -> None:
    made, file = vectors(), tmp_path / "vectors.npz"
    call_command("search_encode", write=file)
    PassageVector.objects.all().delete()

    assert kept.read(file) == len(made)
    assert kept.read(file) == len(made)  # what is known stays

    found = vectors()
    assert found.keys() == made.keys()
    assert [float(found[key] @ made[key]) for key in made] == pytest.approx([1] * len(made), abs=2e-3)
    assert encoding.encode_all() == 0


def test_a_site_without_texts_makes_no_file(db: None, encoder_in_process: None, tmp_path: Path) -> None:
    assert kept.write(tmp_path / "vectors.npz") == 0
    assert not list(tmp_path.iterdir())
