"""Where mail goes, in the words of the Django at hand: MAILERS since 6.1, EMAIL_… before."""

from pathlib import Path
from typing import Any

import django

BACKENDS = "django.core.mail.backends"
TIMEOUT = 20  # seconds; without one, a server that does not answer is waited for without end


def through_server(address: dict[str, Any]) -> dict[str, Any]:
    """Settings for `env.email_url`: "smtp+tls://user:password@mail.ministry.example:587"."""
    options = {
        "host": address["EMAIL_HOST"] or "localhost",
        "port": address["EMAIL_PORT"] or 25,
        "username": address["EMAIL_HOST_USER"] or "",
        "password": address["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": address.get("EMAIL_USE_TLS", False),
        "use_ssl": address.get("EMAIL_USE_SSL", False),
        "timeout": TIMEOUT,
    }
    if django.VERSION >= (6, 1):
        backend = f"{BACKENDS}.smtp.EmailBackend"
        return {"MAILERS": {"default": {"BACKEND": backend, "OPTIONS": options}}}
    names = {"username": "EMAIL_HOST_USER", "password": "EMAIL_HOST_PASSWORD"}
    return {names.get(name, f"EMAIL_{name.upper()}"): value for name, value in options.items()}


def into_folder(folder: Path) -> dict[str, Any]:
    """Settings by which each mail becomes a file."""
    backend = f"{BACKENDS}.filebased.EmailBackend"
    if django.VERSION >= (6, 1):
        return {"MAILERS": {"default": {"BACKEND": backend, "OPTIONS": {"file_path": folder}}}}
    return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": folder}
