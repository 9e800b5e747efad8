"""Readers find the papers of adopted versions as PDF without anybody asking for the files."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import islice

from django.db import transaction
from django.db.models import Q

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.page import CharterPage
from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.printed.kinds import (
    Print,
    key_of_signature,
    key_of_version,
    prefix_of,
)
from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import AT_ONCE, renew, wish
from wagtail_prcouncil.printing.models import PrintedFile

EVERY = 5  # minutes
AT_A_TIME = AT_ONCE * (EVERY - 1)
"""Of one run: certificates of hundreds leave room for what somebody waits for."""


def wish_job() -> Job:
    """Registered in wagtail_hooks.py."""
    return Job("charters.print", timedelta(minutes=EVERY), wish_for_what_is_missing)


def wish_for_what_is_missing() -> int:
    """In each language in which readers see a charter, every text that was adopted and every
    signature that stands, texts first; how many were asked for. None where the site makes no PDF
    files; none of a charter that is kept from readers."""
    if not pdf.is_installed():
        return 0
    ours = Q()
    for kind in Print:
        ours |= Q(key__startswith=f"{kind.value}:")
    known = set(PrintedFile.objects.filter(ours).values_list("key", "language"))
    return wish(list(islice((one for one in _papers() if one not in known), AT_A_TIME)))


def renew_after_commit(charter: Charter) -> None:
    """Something of it has changed: its texts are printed anew where they say something else."""
    transaction.on_commit(partial(renew, prefix_of(charter.pk)), robust=True)


def _papers() -> Iterator[tuple[str, str]]:
    """Key and language. Four queries."""
    charters = dict(Charter.objects.readable().values_list("pk", "key"))
    pages = CharterPage.objects.open().without_aliases().order_by("locale__language_code")
    languages: dict[object, list[str]] = {}
    for key, language in pages.values_list("translation_key", "locale__language_code"):
        languages.setdefault(key, []).append(language)
    versions = CharterVersion.objects.adopted().filter(charter__in=charters).order_by("-pk")
    for version in versions.only("charter", "number"):
        for language in languages.get(charters[version.charter_id], ()):
            yield key_of_version(version), language
    signatures = Signature.objects.standing().filter(version__charter__in=charters)
    for signature in signatures.select_related("version").only("version__charter").order_by("-pk"):
        for language in languages.get(charters[signature.version.charter_id], ()):
            yield key_of_signature(signature), language
