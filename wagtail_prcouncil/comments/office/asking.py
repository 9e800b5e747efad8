"""The frame of office screens that ask for something and then call an action."""

from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

LOOK = Media(css={"all": ["prcouncil_comments/office.css"]})


class AskingView(WagtailAdminTemplateMixin, FormView):
    """A form on a screen of its own: GET shows it, POST calls an action. The trail above it leads
    back to where one comes from."""

    template_name = "prcouncil_comments/office/ask.html"
    submit_button_label: str | Promise = _("Save")
    permission_required = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.is_permitted():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def by(self) -> AbstractBaseUser:
        """Who asks; nobody comes here without a login."""
        return cast(AbstractBaseUser, self.request.user)

    def is_permitted(self) -> bool:
        """Whether the user may see the screen; the action asks once more."""
        return self.request.user.has_perm(self.permission_required)

    @property
    def back_url(self) -> str:
        raise NotImplementedError

    @property
    def back_label(self) -> str | Promise:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "media": context["form"].media + LOOK,
            "action_url": self.request.get_full_path(),
            "submit_button_label": self.submit_button_label,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        back = {"url": self.back_url, "label": self.back_label}
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, back, here]
