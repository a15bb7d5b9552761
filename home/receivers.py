"""Whatever the home page shows makes it new when it changes."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from curriculum.models import ProgrammeVariant, SchoolYear, TrainingGroup
from home.cache_version import renew
from home.models import Figure
from portal.partners.models import Partner

SHOWN = (Figure, Partner, ProgrammeVariant, SchoolYear, TrainingGroup, PageViewRestriction)


def watch() -> None:
    """Renew the version of the home page whenever something changes that it shows."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(renew, dispatch_uid="home-freshness")
    for model in SHOWN:
        for signal in (post_save, post_delete):
            signal.connect(renew, sender=model, dispatch_uid=f"home-freshness-{model.__name__}")
