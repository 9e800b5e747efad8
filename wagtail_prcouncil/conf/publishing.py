"""What pages, lists, feeds and the admin show."""

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.conf.reading import chosen


def news_code_label() -> str:
    """Words before a news code: «کد خبر» by default, «شناسهٔ خبر» on some sites."""
    return str(chosen().get("NEWS_CODE_LABEL", _("News code")))


def source_phrases() -> dict[str, list[str]]:
    """How the source of a news item reads: for a language code, patterns of {outlet}, {source} and
    {place}. The one that names just what is known of an item is taken, else the usual words."""
    patterns: dict[str, list[str]] = chosen().get("SOURCE_PHRASES", {})
    return patterns


def news_page_size() -> int:
    """How many news items a listing shows at once."""
    return int(chosen().get("NEWS_PAGE_SIZE", 20))


def feed_size() -> int:
    """How many news items a feed holds; older ones are behind its link to the next."""
    return int(chosen().get("FEED_SIZE", 20))


def feed_whole_text() -> bool:
    """Whether feeds carry whole texts; without, the lead and a link."""
    return bool(chosen().get("FEED_WHOLE_TEXT", True))


def feed_authority() -> str:
    """Who names the items of feeds, "old.example.ir,2026", once the site has moved to another host:
    readers would take all items for new ones. Empty: the site's own host."""
    return str(chosen().get("FEED_AUTHORITY", ""))


def websub_hub() -> str:
    """Address of the WebSub hub that feeds name; nothing is sent to it."""
    return str(chosen().get("WEBSUB_HUB", ""))


def agency_page_size() -> int:
    """How many agencies the register shows at once."""
    return int(chosen().get("AGENCY_PAGE_SIZE", 50))


def search_page_size() -> int:
    """How many results the search page shows at once."""
    return int(chosen().get("SEARCH_PAGE_SIZE", 20))


def reading_words_per_minute() -> int:
    """Reading speed behind «زمان خواندن»; half-spaced words count once."""
    return int(chosen().get("READING_WORDS_PER_MINUTE", 200))


def share_ways() -> dict[str, object]:
    """Ways to pass a page on beside ours, or in their place: {"rubika": {"label": "روبیکا",
    "address": "https://rubika.ir/share?url={url}&text={text}"}, "telegram": None}."""
    return dict(chosen().get("SHARE_WAYS", {}))


def hidden_page_types() -> tuple[str, ...]:
    """Page types ("prcouncil_news.NewsPage") that editors are no longer offered, usually
    because the site's own subclass takes their place. Existing pages stay as they are."""
    return tuple(chosen().get("HIDDEN_PAGE_TYPES", ()))


def jalali_everywhere() -> bool:
    """Whether Persian editors get Jalali dates in the whole admin, not only where it is ours."""
    return bool(chosen().get("JALALI_EVERYWHERE", False))
