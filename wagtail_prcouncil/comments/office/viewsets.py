"""The office in the admin's menu, below the queue of moderators."""

from wagtail.admin.viewsets.base import ViewSet

from wagtail_prcouncil.comments.admin.registering import MENU_HOOK
from wagtail_prcouncil.comments.office.bans import BanViewSet
from wagtail_prcouncil.comments.office.canned_replies import CannedReplyViewSet
from wagtail_prcouncil.comments.office.policies import PolicyViewSet
from wagtail_prcouncil.comments.office.word_rules import WordRuleViewSet


def registered() -> list[ViewSet]:
    in_menu = {"menu_hook": MENU_HOOK}
    return [
        WordRuleViewSet("prcouncil_word_rules", menu_order=30, **in_menu),
        CannedReplyViewSet("prcouncil_canned_replies", menu_order=40, **in_menu),
        BanViewSet("prcouncil_bans", menu_order=50, **in_menu),
        PolicyViewSet("prcouncil_comment_policies", menu_order=60, **in_menu),
    ]
