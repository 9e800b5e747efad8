"""By what the templates of databases know that they have become stale."""

import hashlib
from collections.abc import Iterable
from importlib.metadata import packages_distributions, version
from pathlib import Path

ROOT = Path(__file__).parents[1]


def project_sources() -> Iterable[Path]:
    """What decides the project's tables, permissions and groups: its Python, and the models of the
    tests.
    """
    patterns = [
        "wagtail_prcouncil/**/*.py",
        "example_site/**/*.py",
        "tests/**/models.py",
        "tests/settings.py",
    ]
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern))


def versions(installed: Iterable[str]) -> list[str]:
    """Of the distributions that these entries of INSTALLED_APPS come from."""
    providers = packages_distributions()
    names = {name for entry in installed for name in providers.get(entry.split(".")[0], ())}
    return [f"{name}=={version(name)}" for name in names]


def fingerprint(parts: Iterable[str]) -> str:
    """Short key of some texts, whatever their order."""
    return hashlib.sha256("\0".join(sorted(parts)).encode()).hexdigest()[:12]
