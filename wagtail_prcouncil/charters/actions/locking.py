"""One change at a time in a charter: its versions, its signatures and its reviews are looked at
together."""

from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.charters.caches import forget_after_commit
from wagtail_prcouncil.charters.finding import index_after_commit
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import ConflictError
from wagtail_prcouncil.charters.transitions import VERSIONS, Verb
from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.pages.numerals import in_digits

Row = TypeVar("Row", bound=Model)


def there(row: Row | None) -> Row:
    """Raises ConflictError for a row that is gone."""
    if row is None:
        raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
    return row


def locked_charter(charter: Charter) -> Charter:
    """The charter as it stands, locked until the transaction ends; every action begins here.

    Raises ConflictError where it is gone.
    """
    locked = Charter.objects.select_for_update(of=("self",)).filter(pk=charter.pk)
    return there(locked.select_related("page__locale", "council").first())


def allowed(
    charter: Charter, by: AbstractBaseUser | None, right: Right, *, version: int | None
) -> Charter:
    """The charter, locked, for a change by somebody who may. `version` is the one that was read,
    None where it is no matter. Whoever may not is not told where it stands."""
    fresh = locked_charter(charter)
    require(by, right, fresh.council)
    if version is not None and fresh.version != version:
        raise ConflictError(gettext("Somebody has changed this charter meanwhile."))
    return fresh


def due(
    found: CharterVersion, verb: Verb, version: int | None, by: AbstractBaseUser | None
) -> CharterVersion:
    """The version of a charter as it stands, in its locked charter, where the verb is due and the
    user may. `version` is the charter's that was read."""
    transition = VERSIONS[verb]
    charter = allowed(found.charter, by, transition.right, version=version)
    fresh = there(CharterVersion.objects.filter(pk=found.pk).first())
    fresh.charter = charter
    check_due(fresh, verb)
    return fresh


def check_due(found: CharterVersion, verb: Verb) -> None:
    """Raise ConflictError where the verb is not due; it says where the version stands."""
    if found.state not in VERSIONS[verb].before:
        sentence = gettext("This is not due: version %(number)s – %(state)s.")
        told = {"number": in_digits(found.number), "state": found.get_state_display()}
        raise ConflictError(sentence % told)


def note(
    charter: Charter,
    verb: str,
    by: AbstractBaseUser | None,
    data: dict[str, object] | None = None,
) -> None:
    """Every change of a charter or of what hangs on it: its counter, the log, the caches."""
    charter.version += 1
    charter.changed_at = timezone.now()
    charter.save(update_fields=["version", "changed_at"])
    told = {"charter": charter.pk} | (data or {})
    log(charter.page, f"prcouncil_charters.{verb}", user=by, data=told)
    forget_after_commit(charter)
    if verb in (Verb.ADOPT, Verb.REPEAL):
        index_after_commit(charter)
