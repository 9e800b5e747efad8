"""Date inputs of Wagtail's admin: Jalali for Persian editors, Wagtail's own picker for others."""

from typing import Any

from wagtail.admin.telepath import JSContext, register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.admin.widgets.datetime import AdminDateInputAdapter, AdminDateTimeInputAdapter

from wagtail_prcouncil import conf
from wagtail_prcouncil.ui.jalali.widgets import JalaliFace, JalaliMomentFace


class AdminJalaliDateInput(JalaliFace, AdminDateInput):
    """A day in Wagtail's admin."""


class AdminJalaliDateTimeInput(JalaliMomentFace, AdminDateTimeInput):
    """A day and an hour in Wagtail's admin."""


class SiteDateInput(AdminJalaliDateInput):
    """A day of a model that is not ours: Jalali only on sites that want it everywhere."""

    def in_jalali(self) -> bool:
        return conf.jalali_everywhere() and super().in_jalali()


class SiteDateTimeInput(AdminJalaliDateTimeInput):
    """A day and an hour of a model that is not ours."""

    def in_jalali(self) -> bool:
        return conf.jalali_everywhere() and super().in_jalali()


class JalaliAdapter(WidgetAdapter):
    """Fields in a stream: our element upgrades by itself, Wagtail's picker needs its script."""

    def __init__(self, gregorian: WidgetAdapter) -> None:
        self.gregorian = gregorian

    def pack(self, obj: JalaliFace, context: JSContext) -> tuple[str, list[Any]]:
        if obj.in_jalali():
            return super().pack(obj, context)
        return self.gregorian.pack(obj, context)


register(JalaliAdapter(AdminDateInputAdapter()), AdminJalaliDateInput)
register(JalaliAdapter(AdminDateTimeInputAdapter()), AdminJalaliDateTimeInput)
