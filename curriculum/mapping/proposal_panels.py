"""How proposals stand, on the form of the lab and on that of the outcome."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from curriculum.mapping.form_addresses import form_of
from curriculum.mapping.proposals import proposals_of, proposals_to


class ProposedByUs(Panel):
    """What the school proposes with a lab, and what each institute said; absent while there is nothing."""

    class BoundPanel(Panel.BoundPanel):
        """The list on one form."""

        template_name = "curriculum/editors/proposed_by_us.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            page: Any = self.instance
            self.proposals = proposals_of(page) if page.owns_facts and page.proposals.all() else []

        def is_shown(self) -> bool:
            """Show the list when something is in it."""
            return bool(self.proposals) and super().is_shown()


class ProposedToUs(Panel):
    """What schools propose for an outcome and the institute does not count; absent while there is nothing."""

    class BoundPanel(Panel.BoundPanel):
        """The list on one form."""

        template_name = "curriculum/editors/proposed_to_us.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            page: Any = self.instance
            asked = type(page).objects.filter(pk=page.pk)
            self.proposals = proposals_to(asked) if page.pk and page.owns_facts else []

        def is_shown(self) -> bool:
            """Show the list when something is in it."""
            return bool(self.proposals) and super().is_shown()

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            """Add where each is answered: in this form by filling in the lab, or on a screen of its own."""
            rows = [
                {
                    "proposal": proposal,
                    "fill_in": form_of(proposal.outcome.pk, proposal.lab.pk),
                    "answer": reverse("link_proposal", args=[proposal.outcome.pk, proposal.lab.translation_key]),
                }
                for proposal in self.proposals
            ]
            return {**super().get_context_data(parent_context), "rows": rows}
