"""Readers' comments."""

from wagtail_prcouncil.conf.reading import chosen


def comments_page_types() -> tuple[str, ...]:
    """Page types that readers may comment on, where a policy or COMMENTS_MODE opens them;
    subclasses count. One that is not installed is passed over."""
    return tuple(chosen().get("COMMENTS_PAGE_TYPES", ("prcouncil_news.NewsPage",)))


def comments_mode() -> str:
    """What holds for pages without a comment policy: "open", "closed" or "hidden"."""
    return str(chosen().get("COMMENTS_MODE", "hidden"))


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
    """Whether persian-text-guard looks for the site's words as well, and for its own list of abuse,
    where it is installed."""
    return bool(chosen().get("COMMENTS_TEXT_GUARD", True))


def comments_checker() -> str:
    """Dotted path of a function of the site's own that looks at comments as well; it takes an
    `Examined` and returns a list of `Hit`. Empty: none."""
    return str(chosen().get("COMMENTS_CHECKER", ""))


def comments_checker_seconds() -> float:
    """How long a reader waits for COMMENTS_CHECKER; after that his comment is held without it."""
    return float(chosen().get("COMMENTS_CHECKER_SECONDS", 2))


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
    """Whether browsers are asked for a proof of work; a comment without one is held. It needs the
    extra `proof`."""
    return bool(chosen().get("COMMENTS_PROOF", False))


def comments_proof_tries() -> int:
    """How many tries a proof of work takes on average; 500 are a second on a desk, and some five on
    an old phone."""
    return max(1, int(chosen().get("COMMENTS_PROOF_TRIES", 500)))


def comments_votes() -> bool:
    """Whether readers may like and dislike published comments."""
    return bool(chosen().get("COMMENTS_VOTES", False))
