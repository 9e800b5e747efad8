"""Columns of lists in the admin, for view sets that name their own."""

from wagtail.admin.ui.tables import DateColumn

from wagtail_prcouncil.ui.languages import page_language


class JalaliDateColumn(DateColumn):
    """A day or a moment: Jalali for Persian editors, whoever's model the list shows."""

    cell_template_name = "prcouncil_ui/admin/date_cell.html"

    @property
    def in_jalali(self) -> bool:
        return page_language(None).is_persian
