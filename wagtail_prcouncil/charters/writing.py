"""The form in which the words of a charter are written."""

from typing import Any

from wagtail_prcouncil.charters.texts import WORDS
from wagtail_prcouncil.ui.forms import PRCouncilPageForm


class CharterPageForm(PRCouncilPageForm):
    """Of a text that is adopted it asks for no words: they are not written here any more.

    Words that somebody sends all the same, from a form that was opened before it was adopted, come
    back beside an error, and nothing that was typed is lost.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adopted = self.instance.adopted_version() if self.instance.pk else None
        text = self.instance.adopted_text() if self.adopted else None
        if text is None:
            return
        self.instance.say_again(text)
        for name in WORDS:
            if name in self.fields and not self._was_sent(name):
                del self.fields[name]

    def _was_sent(self, name: str) -> bool:
        widget = self.fields[name].widget
        sent = (self.data, self.files, self.add_prefix(name))
        return self.is_bound and not widget.value_omitted_from_data(*sent)
