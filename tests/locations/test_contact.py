"""A question of a visitor: whom to ask stands on the page, and a form mails it, keeping nothing."""

import socket
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.db import connection

from locations.models import LocationContact, PartnerContact, QuestionCount
from tests.factories import House, in_english

pytestmark = pytest.mark.django_db
ASK = "/nl/contact/academie-tien/"
ODD = [
    "é\u202e\U0001f600",
    "a\r\nBcc: evil@x.example",
    "\x00\x0b\x1b[0m",
    "x" * 100_000,
    "\ud800",
    "<script>",
    "",
    "  ",
]


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def asked(school: Any) -> Any:
    """A school that answers by mail about labs, and by telephone about a visit."""
    school.contacts = [
        LocationContact(task="labs", role="De labcoach", email="labs@tien.example", answers_within=3),
        LocationContact(task="kennismaken", role="Het secretariaat", tel="030 123 45 67"),
    ]
    school.save_revision().publish()
    return school


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def filled(client: Any, **changes: str) -> dict[str, str]:
    """What a visitor sends after filling in the form."""
    form = soup(client.get(ASK)).select_one("main form[method=post]")
    hidden = {str(field["name"]): str(field.get("value", "")) for field in form.select("input[type=hidden]")}
    words = {"task": "labs", "name": "Noor", "email": "noor@home.example", "message": "Mag ik komen?", "consent": "on"}
    return {**hidden, **words, **changes}


def test_whom_to_ask_stands_on_the_page_without_empty_rows(client: Any, asked: Any, institute: Any) -> None:
    institute.contacts = [PartnerContact(task="aansluiten", role="Bureau", email="bureau@hu.example")]
    institute.save_revision().publish()
    section = soup(client.get(asked.get_url())).select_one("section[aria-labelledby=contact]")
    links = {link["href"] for link in section.select("a")}

    assert links == {"mailto:labs@tien.example", "tel:0301234567", f"{ASK}?taak=labs"}
    assert "3 werkdagen" in section.get_text()
    assert "nog niet ingevuld" not in section.get_text()
    assert "mailto:bureau@hu.example" in str(soup(client.get(institute.get_url())))
    everyone = soup(client.get("/nl/contact/"))
    assert {"mailto:labs@tien.example", "mailto:bureau@hu.example"} <= {link["href"] for link in everyone.select("a")}
    assert "/nl/contact/" in {link["href"] for link in everyone.select("footer a")}


def test_search_knows_whom_to_ask_as_a_reader_sees_it(asked: Any) -> None:
    words = asked.search_document().body

    assert all(seen in words for seen in ("De labcoach", "labs@tien.example", "030 123 45 67"))


def test_each_page_of_contact_tells_what_it_is_for(client: Any, asked: Any, school: Any) -> None:
    told = {
        path: soup(client.get(path)).select_one("meta[name=description]")["content"] for path in ("/nl/contact/", ASK)
    }

    assert "per mail" in told["/nl/contact/"]
    assert school.title in told[ASK]


def test_a_question_is_mailed_and_only_counted(client: Any, asked: Any) -> None:
    answer = client.post(ASK, filled(client))

    assert answer.status_code == 302
    assert "is gemaild" in soup(client.get(answer["Location"])).get_text()
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["labs@tien.example"], ["noor@home.example"])
    assert "Mag ik komen?" in sent.body
    assert list(QuestionCount.objects.values_list("page", "task", "number")) == [("academie-tien", "labs", 1)]
    assert not client.cookies
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema='public' "
                       "AND data_type IN ('text', 'character varying', 'jsonb')")  # fmt: skip
        columns = cursor.fetchall()
        for table, column in columns:
            cursor.execute(f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE %s LIMIT 1', ["%noor@home%"])
            assert cursor.fetchone() is None, (table, column)


def test_in_english_too(client: Any, asked: Any) -> None:
    in_english(asked)
    page = soup(client.get("/en/contact/academie-tien/"))

    assert "Your e-mail address" in page.get_text()
    assert page.select_one("label[for=id_message]") is not None


def test_a_mail_server_that_is_away_loses_no_word(client: Any, asked: Any, settings: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens here
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = taken.getsockname()
        answer = client.post(ASK, filled(client))

    page = soup(answer)
    assert answer.status_code == 503
    assert page.select_one("textarea").get_text().strip() == "Mag ik komen?"
    assert "mailto:labs@tien.example" in {link["href"] for link in page.select("[role=alert] a")}
    assert not QuestionCount.objects.exists()


def test_programs_and_strangers_send_nothing(client: Any, asked: Any) -> None:
    assert client.post(ASK, filled(client, website="http://x.example")).status_code == 302
    assert client.post(ASK, filled(client, seal="made-up")).status_code == 422
    assert client.post(ASK, {**filled(client), "consent": ""}).status_code == 422
    assert mail.outbox == []
    for _time in range(5):
        assert client.post(ASK, filled(client)).status_code == 302
    late = client.post(ASK, filled(client, message="De zesde"))
    assert late.status_code == 429
    assert soup(late).select_one("textarea").get_text().strip() == "De zesde"
    assert len(mail.outbox) == 5


def test_nothing_that_can_be_typed_breaks_the_form_or_the_mail(client: Any, asked: Any) -> None:
    known = filled(client)
    for field in ("task", "name", "email", "message", "consent", "website", "seal"):
        for odd in ODD:
            cache.clear()
            body = {**known, field: odd.encode("utf-8", "surrogatepass").decode("latin-1")}
            assert client.post(ASK, body).status_code in (302, 422), (field, odd[:9])
            assert client.post(ASK, {**known, field: odd.encode("utf-8", "replace").decode()}).status_code < 500
    assert client.post(ASK, b"name=%ff%fe&seal=%00", "application/x-www-form-urlencoded").status_code == 422
    assert client.post(ASK, b"\xff", "multipart/form-data; boundary=x").status_code in (400, 422)
    assert client.get(f"{ASK}?taak=%00%ff").status_code == 200
    for sent in mail.outbox:
        assert "evil@x.example" not in sent.recipients()
        assert "\n" not in sent.subject
        assert "Bcc" not in sent.message()


def test_where_nobody_answers_there_is_no_form(client: Any, house: House, school: Any) -> None:
    assert client.get(ASK).status_code == 404
    assert client.get("/nl/contact/onbekend/").status_code == 404
    assert "/nl/contact/" in str(soup(client.get(school.get_url())).select_one("section[aria-labelledby=contact]"))
