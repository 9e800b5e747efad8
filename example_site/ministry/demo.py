"""Settings of `make demo`: for looking around on one's own machine, never for serving."""

import os
import secrets
from pathlib import Path

_var = Path(__file__).resolve().parent.parent / "var"
_var.mkdir(exist_ok=True)
_key = _var / "secret-key.txt"
if not _key.exists():
    _key.write_text(secrets.token_urlsafe(50))
    _key.chmod(0o600)
os.environ["SECRET_KEY"] = _key.read_text()

from ministry import mail  # noqa: E402
from ministry.settings import *  # noqa: E402, F403  (reads SECRET_KEY set above)

DEMO = True
# Off unless a site asks for it; the demo shows it.
WAGTAIL_PRCOUNCIL = WAGTAIL_PRCOUNCIL | {"COMMENTS_VOTES": True}  # noqa: F405
DEBUG = True
# A demo has no mail server: what would be sent, as to who reviews an item, is a file each.
globals().update(mail.into_folder(_var / "mail"))
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
