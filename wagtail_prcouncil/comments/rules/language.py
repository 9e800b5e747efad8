"""A hint that a comment is perhaps not in the language of its page, where that is Persian.

Citizens write in other languages too: a site can switch it off, or leave sections out.
"""

from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.rules.script import script_of
from wagtail_prcouncil.comments.states import Hold, Script

WELCOME = frozenset({Script.PERSIAN, Script.MIXED, Script.SHORT})


def language(examined: Examined) -> list[Hit]:
    """One hit on the whole text, with what it seems to be. One query, where it matters."""
    script = seems(examined)
    if script in WELCOME or not conf.comments_language_hint():
        return []
    thread = examined.thread
    if thread.section_id in conf.comments_language_free_sections():
        return []
    pages = Page.objects.filter(pk=thread.page_id)
    code = pages.values_list("locale__language_code", flat=True).first() or ""
    return [Hit(Hold.LANGUAGE, detail=script)] if code.split("-")[0] == "fa" else []


def seems(examined: Examined) -> Script:
    """Of what was sent, or where that is not known, of what is stored."""
    return script_of(examined.entry.raw_text or examined.entry.text)
