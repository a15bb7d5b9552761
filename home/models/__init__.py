"""Page types and snippets of the home app."""

from home.models.earlier_figures import EarlierFigure
from home.models.figures import Figure
from home.models.glossary import GlossaryPage, GlossaryTerm
from home.models.guides import GuidePage
from home.models.pages import HomePage, StandardPage

__all__ = ["EarlierFigure", "Figure", "GlossaryPage", "GlossaryTerm", "GuidePage", "HomePage", "StandardPage"]
