"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CurriculumConfig(AppConfig):
    """Labs, themes, learning outcomes, training groups and the rhythm of three weeks."""

    name = "curriculum"
    verbose_name = _("Curriculum")

    def ready(self) -> None:
        """Name the variants, which have no page, and explain groups in search; fill in forms; tell calendars."""
        from curriculum.groups.explanations import explain_groups
        from curriculum.groups.names import variant_names, years_of_groups
        from curriculum.labs import starting  # noqa: F401
        from curriculum.labs.models import LabPage
        from curriculum.labs.telling import told_by_lab
        from curriculum.mapping import filled_in  # noqa: F401
        from curriculum.mapping.in_use import linked
        from curriculum.rhythm.names import named_days
        from curriculum.rollover import receivers  # noqa: F401
        from portal.core.telling import register_teller
        from portal.partners.access.in_use import register_leaning
        from search.documents import register_labels
        from search.explanations import register_explainer
        from search.reading.days import register_days
        from search.reading.vocabulary import register_names, register_names_alone

        register_labels("variant", variant_names)
        register_days(named_days)
        register_names("groep", years_of_groups)
        register_names_alone("soort", "opleidingsgroep", "groep", "group")
        register_explainer(explain_groups)
        register_teller(LabPage, told_by_lab)
        register_leaning(linked)
