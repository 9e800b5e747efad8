import pytest
from wagtail.log_actions import log, registry
from wagtail.models import ModelLogEntry

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.states import Reason, Verb


@pytest.mark.parametrize("verb", list(Verb))
def test_history_knows_every_verb(site: SmallSite, verb: Verb) -> None:
    comment = posted(open_page(site))
    entry = log(comment, f"prcouncil_comments.{verb}", data={"reason": Reason.LIBEL.value})
    assert isinstance(entry, ModelLogEntry)
    assert registry.get_action_label(entry.action) == verb.label
    assert entry.formatter.format_comment(entry) == Reason.LIBEL.label
