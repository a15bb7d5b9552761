"""The form for a question. Whatever is typed becomes plain text; nothing of it is stored."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from portal.core.printable import one_line, printable

OPEN_SECONDS = 24 * 60 * 60
"""How long a form may stay open before it is sent."""
SALT = "locations.contact"


class LineField(forms.CharField):
    """Text on one line, without control characters: it goes into headers of a mail."""

    def to_python(self, value: object) -> str:
        """Return the text on one line."""
        return str(super().to_python(one_line(value or "")))


class TextField(forms.CharField):
    """Running text without control characters."""

    widget = forms.Textarea({"rows": 8})

    def to_python(self, value: object) -> str:
        """Return the text with spaces for what cannot be shown."""
        return str(super().to_python(printable(value or "")))


class QuestionForm(forms.Form):
    """A question about one task. `seal` is signed and dated, because a visitor gets no cookie to compare with."""

    task = forms.ChoiceField(label=_("What is it about?"))
    name = LineField(
        label=_("Your name"),
        max_length=80,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The answer goes to this address."),
        max_length=200,
        error_messages={
            "required": _("Write your e-mail address, so that you get an answer."),
            "invalid": _("This is not an e-mail address. Write it like name@school.nl."),
        },
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    message = TextField(
        label=_("Your question"),
        help_text=_("Write nothing about pupils or the health of people."),
        max_length=4000,
        error_messages={"required": _("Write your question.")},
    )
    consent = forms.BooleanField(
        label=_("My name, address and question may be mailed to them, to answer me. This portal keeps nothing of it."),
        error_messages={"required": _("Tick this, or your question cannot be mailed.")},
    )
    website = forms.CharField(required=False)
    """A trap: people do not see it, programs fill it in."""
    seal = forms.CharField(required=False)

    def __init__(self, *args: Any, page: str, tasks: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.page = page
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]

    @property
    def new_seal(self) -> str:
        """A seal for the form as it is shown now."""
        return signing.dumps(self.page, salt=SALT)

    @property
    def is_trapped(self) -> bool:
        """Whether a program filled in what people do not see."""
        return bool(self.data.get("website"))

    def shown(self) -> list[Any]:
        """Return the fields people fill in, before the one for consent."""
        return [self[name] for name in ("task", "name", "email", "message")]

    def clean(self) -> dict[str, Any]:
        """Refuse a form that was not shown by this portal, or too long ago; what is typed stays."""
        cleaned: dict[str, Any] = super().clean() or {}
        try:
            known = signing.loads(cleaned.get("seal", ""), salt=SALT, max_age=OPEN_SECONDS)
        except signing.BadSignature:
            known = None
        if known != self.page:
            self.add_error(None, _("This form was open too long. Check your question and send it again."))
        return cleaned
