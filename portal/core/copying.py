"""Copying pages: what is copied is a new thing, and the space of a partner is there once."""

from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from portal.core.addresses import OwnAddressCopyForm


class PortalCopyForm(OwnAddressCopyForm):
    """The form for copies and aliases: refuses whatever would give a partner a second space."""

    def clean(self) -> dict[str, Any]:
        """Look at the page, and at what stands below it when that is copied along."""
        cleaned: dict[str, Any] = super().clean()
        along = bool(cleaned.get("copy_subpages"))
        copied = {"path__startswith": self.page.path} if along else {"path": self.page.path}
        if apps.get_model("portal", "PortalPage").objects.filter(is_space=True, **copied).exists():
            self.add_error(
                "copy_subpages" if along else None,
                _("The page of a partner cannot be copied: a partner has one. Add a new partner instead."),
            )
        return cleaned
