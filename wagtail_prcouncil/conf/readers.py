"""Who reads, by which clock, through which proxies; mail that is kept."""

from wagtail_prcouncil.conf.reading import chosen


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
