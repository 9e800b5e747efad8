"""The secretary writes in the minutes: part by part, with who reads each."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.blocks.base import BlockField

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact, Found
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.admin.minutes import MINUTES_LOOK
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView
from wagtail_prcouncil.meetings.models import Minutes
from wagtail_prcouncil.meetings.states import MinutesStatus


class WriteForm(VersionedForm):
    """The body; `version` is that of the minutes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        block = Minutes._meta.get_field("body").stream_block
        self.fields["body"] = BlockField(block=block, label=_("Minutes"))


class WriteView(MeetingAskingView):
    """All of them in Wagtail's editor. Where somebody has written meanwhile, what was typed stays
    on the screen, and is told beside it."""

    slug = "minutes"
    form_class = WriteForm
    page_title = _("Write the minutes")
    header_icon = "edit"
    submit_button_label = _("Save the minutes")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.meeting.minutes_status != MinutesStatus.DRAFT or self.minutes is None:
            state = self.meeting.get_minutes_status_display()
            sentence = gettext("Only drafts are written in. The minutes are now: %(state)s.")
            messages.warning(request, sentence % {"state": state})
            return redirect(self.get_success_url())
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail's blocks break at what no editor has sent."""
        if not is_readable(self.get_form()):
            messages.error(request, gettext("Nothing readable was sent: they are as they were."))
            return redirect(request.get_full_path())
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def find(self) -> None:
        super().find()
        self.minutes = Minutes.objects.filter(meeting=self.meeting).first()

    def get_initial(self) -> dict[str, Any]:
        if self.minutes is None:
            return {}
        return {"version": self.minutes.version, "body": self.minutes.body}

    def act(self, form: WriteForm) -> str:
        if self.minutes is None:
            raise PermissionDenied
        body, version = form.cleaned_data["body"], form.cleaned_data["version"]
        minuting.write(self.minutes, body, version=version, by=self.by)
        return gettext("The minutes are saved.")

    def now(self) -> Found:
        """What stands there now, part by part, to compare."""
        row = Minutes.objects.select_related("meeting").filter(meeting=self.meeting).first()
        if row is None:
            return Found()
        state = Fact(_("Minutes"), row.meeting.get_minutes_status_display())
        return Found(row, [state, *(Fact(_heading(one), _words(one)) for one in row.body)])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"media": context["media"] + MINUTES_LOOK}


def is_readable(form: WriteForm) -> bool:
    """Whether an editor can have sent it. Wagtail's blocks break at a part that lacks its fields,
    and pass in silence over one of a kind that there is not: its words would be lost."""
    field, data = form.fields["body"], form.data
    try:
        kinds = {data[f"body-{place}-type"] for place in range(int(data["body-count"]))}
        field.widget.value_from_datadict(data, form.files, "body")
    except (KeyError, ValueError, TypeError):
        return False
    return int(data["body-count"]) >= 0 and kinds <= set(field.block.child_blocks)


def _heading(block: Any) -> str:
    return str(block.value.get("heading") or block.block.label)


def _words(block: Any) -> str:
    """Enough of it to know it by, less its heading and who reads it."""
    kind = block.block
    told = [
        words
        for name, child in kind.child_blocks.items()
        if name not in ("heading", "visibility")
        for words in child.get_searchable_content(block.value[name])
    ]
    words = " ".join(told)
    return words if len(words) < 300 else f"{words[:300]}…"
