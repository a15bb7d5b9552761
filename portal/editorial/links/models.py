"""A link in a text on the site that leads nowhere, and since when that is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models.pages import PortalPage


class Trouble(models.TextChoices):
    """What is wrong with a link."""

    GONE = "gone", _("the page is gone")
    OFFLINE = "offline", _("the page is not on the site")
    CLOSED = "closed", _("not everybody may read the page")
    NO_DOCUMENT = "document", _("the document is gone")
    NOWHERE = "nowhere", _("there is nothing at this address")


class BrokenLink(models.Model):
    """One link on one page. The row keeps the day it was first found, and goes when the link is right again."""

    page = models.ForeignKey(PortalPage, on_delete=models.CASCADE, related_name="broken_links")
    field = models.CharField(_("field"), max_length=250)
    words = models.CharField(_("words of the link"), max_length=120)
    target = models.CharField(_("leads to"), max_length=500)
    trouble = models.CharField(_("what is wrong"), max_length=12, choices=Trouble.choices)
    since = models.DateField(_("since"))

    wagtail_reference_index_ignore = True
    """Nobody leans on a page because a link in it is broken."""

    class Meta:
        ordering = ["since", "page__path", "pk"]
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")

    def __str__(self) -> str:
        return f"{self.words}: {self.target}"
