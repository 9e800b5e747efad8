"""Settings with every app but the project's own: what the first database template is migrated
with.
"""

from importlib.util import find_spec
from pathlib import Path

from tests import settings
from tests.settings import *  # noqa: F403

ROOT = Path(__file__).parents[1]


def is_ours(entry: str) -> bool:
    """Whether an entry of INSTALLED_APPS comes from this checkout rather than from an installed
    distribution.
    """
    spec = find_spec(entry.split(".")[0])
    folders = [Path(folder) for folder in spec.submodule_search_locations or []] if spec else []
    return any(ROOT in folder.parents and "site-packages" not in folder.parts for folder in folders)


INSTALLED_APPS = [entry for entry in settings.INSTALLED_APPS if not is_ours(entry)]
