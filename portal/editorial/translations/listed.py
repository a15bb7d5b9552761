"""A table of Wagtail's whose rows are laid out as lists on a phone; the stylesheet of the admin does the rest."""

from wagtail.admin.ui.tables import Column, Table, TitleColumn

HEAD = "portal/translations/table/head.html"


class ListedTable(Table):
    """Says with roles that it is a table, also where it no longer looks like one."""

    template_name = "portal/translations/table/table.html"
    classname = "listing as-list"


class ListedColumn(Column):
    """A cell that says in which column it stands."""

    header_template_name = HEAD
    cell_template_name = "portal/translations/table/cell.html"


class ListedTitle(TitleColumn):
    """What a row is about."""

    header_template_name = HEAD
    cell_template_name = "portal/translations/table/title.html"


class LanguageColumn(ListedColumn):
    """A language, with a cell for each page."""

    cell_template_name = "portal/translations/table/language.html"
