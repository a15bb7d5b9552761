"""What keeps a page or entry from the site when it is about to be published, by whichever road."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model


class HeldError(ValidationError):
    """Publishing was refused; what was written stays as it is. Says which object, and why."""

    def __init__(self, held: Model, why: str) -> None:
        self.held, self.why = held, why
        super().__init__({NON_FIELD_ERRORS: [why]})
