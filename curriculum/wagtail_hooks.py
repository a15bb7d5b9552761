"""Snippets of the core team in the curriculum app, and what labs add to the first screen."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from curriculum.exchange.hooks import ExchangeOutcomes, addresses_of_exchange, exchange_in_the_menu
from curriculum.labs.desk import NewLab, soon_panel
from curriculum.labs.full_views import session_is_full
from curriculum.mapping.answering import answer_proposal
from curriculum.mapping.desk import gaps_panel, proposals_panel
from curriculum.models import LabSession, ProgrammeVariant, SchoolYear, TrainingGroup
from curriculum.rhythm.admin_views import ProposedYearView
from curriculum.rollover.hooks import addresses_of_a_new_year, new_year_in_the_menu
from portal.partners.access.rules import own_page
from portal.partners.access.view_rules import add_view_rules


class SchoolYearViewSet(SnippetViewSet):
    """School years with holidays and cycle starts."""

    model = SchoolYear
    icon = "calendar"
    list_display = ["slug", "starts", "ends"]
    add_view_class = ProposedYearView


class TrainingGroupViewSet(SnippetViewSet):
    """Training groups."""

    model = TrainingGroup
    icon = "group"
    list_display = ["name", "order", "locale"]


class ProgrammeVariantViewSet(SnippetViewSet):
    """Programme variants."""

    model = ProgrammeVariant
    icon = "list-ul"
    list_display = ["name", "level", "funded", "locale"]


class CurriculumGroup(SnippetViewSetGroup):
    """Year, groups and variants in one menu."""

    items = (SchoolYearViewSet, TrainingGroupViewSet, ProgrammeVariantViewSet)
    menu_label = _("Year and groups")
    menu_icon = "calendar"
    menu_order = 320


register_snippet(CurriculumGroup)
add_view_rules({"lab_session_full": own_page, "link_proposal": own_page})
hooks.register("register_admin_urls", addresses_of_a_new_year)
hooks.register("register_admin_menu_item", new_year_in_the_menu)
hooks.register("register_admin_urls", addresses_of_exchange)
hooks.register("register_admin_menu_item", exchange_in_the_menu)


@hooks.register("register_admin_urls")
def addresses_of_one_click() -> list[URLPattern]:
    """Return where one click goes: a session is full, and the answer to a proposal of a school."""
    return [
        path("labs/<int:page_id>/vol/<uuid:uid>/", session_is_full, name="lab_session_full"),
        path("leerresultaten/<int:page_id>/voorstel/<uuid:lab>/", answer_proposal, name="link_proposal"),
    ]


@hooks.register("construct_homepage_panels")
def labs_on_the_first_screen(request: HttpRequest, panels: list[Component]) -> None:
    """Add the labs that start soon, the button for a new one, the links to make or answer, and outcomes as a file."""
    panels += [NewLab(), ExchangeOutcomes(), soon_panel(), proposals_panel(), gaps_panel()]


@hooks.register("after_copy_page")
def say_which_dates_were_left_out(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Tell that a copied lab starts without dates; an alias shows those of its lab."""
    labs = {"page__path__startswith": page.path} if new_page.get_children().exists() else {"page": page.pk}
    left_out = 0 if new_page.alias_of_id else LabSession.objects.filter(**labs).count()
    if left_out:
        _say_without_dates(request, left_out)


@hooks.register("before_convert_alias_page")
def say_which_dates_an_alias_loses(request: HttpRequest, page: Page) -> None:
    """Tell the same of an alias elsewhere that becomes a page; one in another language keeps the Dutch dates."""
    if request.method == "POST" and page.translation_key != page.alias_of.translation_key:
        left_out = LabSession.objects.filter(page=page.pk).count()
        if left_out:
            _say_without_dates(request, left_out)


def _say_without_dates(request: HttpRequest, count: int) -> None:
    text = ngettext(
        "The copy has no dates: %(count)d session was left out. Fill in new dates before you publish it.",
        "The copy has no dates: %(count)d sessions were left out. Fill in new dates before you publish it.",
        count,
    )
    messages.info(request, text % {"count": count})
