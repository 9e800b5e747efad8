"""What the cache of this process holds: Django's `LocMemCache`, which has no door of its own for
that."""

from typing import Any, TypeAlias

from django.core.cache import cache

Held: TypeAlias = dict[str, tuple[bytes, float | None]]
"""By its keys: pickled, and until when."""

_inner: Any = cache


def is_in_memory() -> bool:
    return hasattr(_inner, "_expire_info")


def held() -> Held:
    until = _inner._expire_info
    return {name: (value, until.get(name)) for name, value in _inner._cache.items()}


def hold(new: Held, gone: set[str]) -> None:
    for name in gone:
        _inner._cache.pop(name, None)
        _inner._expire_info.pop(name, None)
    for name, (value, until) in new.items():
        _inner._cache[name] = value
        _inner._expire_info[name] = until
