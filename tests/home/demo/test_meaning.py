"""What the texts of the demo mean comes with it: nobody waits until thousands of passages were read."""

from search.meaning.passages import digest, passages
from search.models import PassageVector, StoredDocument


def test_a_new_site_knows_what_nearly_all_its_texts_mean(demo_site: list[str]) -> None:
    texts = {digest(text) for document in StoredDocument.objects.all() for text in passages(document)}
    known = set(PassageVector.objects.values_list("digest", flat=True))
    missing = len(texts - known) / len(texts)
    assert missing < 0.05, "`search_encode --write home/demo/data/vectors.npz` on a running demo site makes it anew"
