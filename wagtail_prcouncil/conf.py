"""The package's settings: one dict, `WAGTAIL_PRCOUNCIL`, one typed function per key.

Values are read at call time, never cached, so `override_settings` and a reload both work.
`docs/settings.md` lists the same keys; a test compares the two.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

NAME = "WAGTAIL_PRCOUNCIL"


def chosen() -> dict[str, Any]:
    """What the site itself wrote, defaults not filled in."""
    return getattr(settings, NAME, {})


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


def svg_max_bytes() -> int:
    """Size of the largest SVG drawing that is let in, in bytes."""
    return int(chosen().get("SVG_MAX_BYTES", 500_000))


def svg_max_elements() -> int:
    """How many elements an SVG drawing may have, those that it copies by `<use>` included."""
    return int(chosen().get("SVG_MAX_ELEMENTS", 20_000))


def image_max_pixels() -> int:
    """How many pixels a picture may have: width times height, read before it is decoded."""
    return int(chosen().get("IMAGE_MAX_PIXELS", 64_000_000))


def document_extensions() -> tuple[str, ...]:
    """Endings of documents that are let in, in small letters, without the dot."""
    welcome = "pdf docx xlsx pptx odt ods odp doc xls ppt txt csv vtt mp4 webm mp3 m4a ogg"
    return tuple(chosen().get("DOCUMENT_EXTENSIONS", welcome.split()))


def document_max_bytes() -> int:
    """Size of the largest document that is let in, in bytes; films are documents too."""
    return int(chosen().get("DOCUMENT_MAX_BYTES", 100_000_000))


def document_macros() -> bool:
    """Whether office documents may hold macros, which are programs."""
    return bool(chosen().get("DOCUMENT_MACROS", False))


def jalali_everywhere() -> bool:
    """Whether Persian editors get Jalali dates in the whole admin, not only where it is ours."""
    return bool(chosen().get("JALALI_EVERYWHERE", False))


def import_max_bytes() -> int:
    """Size of the largest table that may be imported, in bytes."""
    return int(chosen().get("IMPORT_MAX_BYTES", 5_000_000))


def import_max_unpacked_bytes() -> int:
    """Size of the largest workbook, unpacked, in bytes."""
    return int(chosen().get("IMPORT_MAX_UNPACKED_BYTES", 30_000_000))


def import_max_lines() -> int:
    """How many lines with content an imported table may have below its headings."""
    return int(chosen().get("IMPORT_MAX_LINES", 5_000))


def import_max_columns() -> int:
    """How many columns an imported table may have."""
    return int(chosen().get("IMPORT_MAX_COLUMNS", 100))


def import_max_cell_length() -> int:
    """How many characters a cell of an imported table may have."""
    return int(chosen().get("IMPORT_MAX_CELL_LENGTH", 5_000))


def import_kept_days() -> int:
    """How many days the lines and the report of an import are kept; its counts stay."""
    return int(chosen().get("IMPORT_KEPT_DAYS", 90))


def clock_silent_minutes() -> int:
    """After how many minutes without a tick of the clock administrators are warned."""
    return int(chosen().get("CLOCK_SILENT_MINUTES", 10))


def audience_page_types() -> tuple[str, ...]:
    """Page types whose views are counted, which readers vote on and most read lists are made of;
    subclasses count. One that is not installed is passed over."""
    return tuple(chosen().get("AUDIENCE_PAGE_TYPES", ("prcouncil_news.NewsPage",)))


def audience_counting() -> str:
    """Where views are counted: "cache" in one that all processes share, "rows" straight in the
    database, "auto" in the cache where it is Redis or Memcached."""
    return str(chosen().get("AUDIENCE_COUNTING", "auto"))


def audience_cache() -> str:
    """Which of CACHES counts views and knows repeated ones."""
    return str(chosen().get("AUDIENCE_CACHE", "default"))


def audience_views_a_minute() -> int:
    """How many views of a page in a minute are believed; of more, editors see a mark."""
    return int(chosen().get("AUDIENCE_VIEWS_A_MINUTE", 1_000))


def audience_hours_kept_days() -> int:
    """After how many days views by the hour become views by the day; at least one, since the hours
    of today are still counted."""
    return max(1, int(chosen().get("AUDIENCE_HOURS_KEPT_DAYS", 40)))


def audience_votes() -> bool:
    """Whether readers are asked if a page was useful."""
    return bool(chosen().get("AUDIENCE_VOTES", True))


def outbox_kept_days() -> int:
    """How many days the outbox remembers that a message was sent or given up; its recipient and
    words are emptied at once."""
    return int(chosen().get("OUTBOX_KEPT_DAYS", 30))


def client_address_header() -> str:
    """The header in which the proxy before the site writes where a request came from, such as
    "X-Forwarded-For"; its last entry is taken that is none of CLIENT_PROXIES. Empty: there is no
    proxy."""
    return str(chosen().get("CLIENT_ADDRESS_HEADER", ""))


def client_proxies() -> tuple[str, ...]:
    """Networks of the proxies before the site, "10.0.0.0/8", where there is more than one: their
    own entries in CLIENT_ADDRESS_HEADER are passed over, and it is believed of nobody else."""
    return tuple(chosen().get("CLIENT_PROXIES", ()))


def comments_page_types() -> tuple[str, ...]:
    """Page types that readers may comment on, where a policy or COMMENTS_MODE opens them;
    subclasses count. One that is not installed is passed over."""
    return tuple(chosen().get("COMMENTS_PAGE_TYPES", ("prcouncil_news.NewsPage",)))


def comments_mode() -> str:
    """What holds for pages without a comment policy: "open", "closed" or "hidden"."""
    return str(chosen().get("COMMENTS_MODE", "hidden"))


def comments_hash_key_days() -> int:
    """After how many days the key by which network addresses of senders are hashed is changed."""
    return int(chosen().get("COMMENTS_HASH_KEY_DAYS", 30))


def comments_email_kept_days() -> int:
    """How many days after its decision a comment keeps its author's mail address."""
    return int(chosen().get("COMMENTS_EMAIL_KEPT_DAYS", 30))


def comments_refused_kept_days() -> int:
    """How many days after its decision a rejected comment or spam is erased."""
    return int(chosen().get("COMMENTS_REFUSED_KEPT_DAYS", 180))


def comments_pending_kept_days() -> int:
    """How many days a comment may await moderation; then it is erased."""
    return int(chosen().get("COMMENTS_PENDING_KEPT_DAYS", 365))


def comments_address_kept_days() -> int:
    """How many days after its end a key of COMMENTS_HASH_KEY_DAYS, and what was hashed by it, is
    destroyed."""
    return int(chosen().get("COMMENTS_ADDRESS_KEPT_DAYS", 30))


def comments_hard_limit() -> int:
    """How many comments from one network address are taken in an hour; more are refused, and what
    was typed stays. Many readers may share an address."""
    return int(chosen().get("COMMENTS_HARD_LIMIT", 60))


def comments_hard_limit_page() -> int:
    """How many comments are taken on one page in 24 hours."""
    return int(chosen().get("COMMENTS_HARD_LIMIT_PAGE", 2_000))


def comments_proof() -> bool:
    """Whether browsers are asked for a proof of work; a comment without one is held."""
    return bool(chosen().get("COMMENTS_PROOF", False))


def comments_votes() -> bool:
    """Whether readers may like and dislike published comments."""
    return bool(chosen().get("COMMENTS_VOTES", False))


def comments_limits() -> dict[str, object]:
    """How many comments within an hour are usual, from one network "address", one "email" address,
    on one "page", on the whole "site"; more are held. None: any number."""
    usual: dict[str, object] = {"address": 5, "email": 5, "page": 60, "site": 300}
    return usual | dict(chosen().get("COMMENTS_LIMITS", {}))


def comments_reserved_names() -> tuple[str, ...]:
    """Names that no reader should use, beside those of officials that are always held."""
    return tuple(chosen().get("COMMENTS_RESERVED_NAMES", ()))


def comments_language_hint() -> bool:
    """Whether comments on Persian pages are marked that seem to be in another language."""
    return bool(chosen().get("COMMENTS_LANGUAGE_HINT", True))


def comments_language_free_sections() -> tuple[int, ...]:
    """Ids of section pages below whose items every language is welcome."""
    return tuple(chosen().get("COMMENTS_LANGUAGE_FREE_SECTIONS", ()))


def comments_text_guard() -> bool:
    """Whether the list of abuse of persian-text-guard is looked through, where it is installed."""
    return bool(chosen().get("COMMENTS_TEXT_GUARD", True))


def comments_checker() -> str:
    """Dotted path of a function of the site's own that looks at comments as well; it takes an
    `Examined` and returns a list of `Hit`. Empty: none."""
    return str(chosen().get("COMMENTS_CHECKER", ""))


def comments_checker_seconds() -> float:
    """How long a reader waits for COMMENTS_CHECKER; after that his comment is held without it."""
    return float(chosen().get("COMMENTS_CHECKER_SECONDS", 2))


KEYS: dict[str, Callable[[], Any]] = {
    read.__name__.upper(): read
    for read in (
        news_code_label,
        source_phrases,
        news_page_size,
        feed_size,
        feed_whole_text,
        feed_authority,
        websub_hub,
        agency_page_size,
        search_page_size,
        reading_words_per_minute,
        share_ways,
        hidden_page_types,
        jalali_everywhere,
        svg_max_bytes,
        svg_max_elements,
        image_max_pixels,
        document_extensions,
        document_max_bytes,
        document_macros,
        import_max_bytes,
        import_max_unpacked_bytes,
        import_max_lines,
        import_max_columns,
        import_max_cell_length,
        import_kept_days,
        clock_silent_minutes,
        audience_page_types,
        audience_counting,
        audience_cache,
        audience_views_a_minute,
        audience_hours_kept_days,
        audience_votes,
        outbox_kept_days,
        client_address_header,
        client_proxies,
        comments_page_types,
        comments_mode,
        comments_limits,
        comments_reserved_names,
        comments_language_hint,
        comments_language_free_sections,
        comments_text_guard,
        comments_checker,
        comments_checker_seconds,
        comments_hash_key_days,
        comments_email_kept_days,
        comments_refused_kept_days,
        comments_pending_kept_days,
        comments_address_kept_days,
        comments_hard_limit,
        comments_hard_limit_page,
        comments_proof,
        comments_votes,
    )
}
