from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models.queryset import CharterQuerySet
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.fields import hand_over_or_go, hand_over_or_hold


class Charter(models.Model):
    """What is so of a charter, in no language: what sort it is, whose, which language decides.

    One for all pages of a translation group; it hangs on their original (rule A18), and `key` is
    the one that they share. Its text stands on its versions. Only actions write it; `version`
    grows with each change of it and of what hangs on it, and is compared before the next.
    """

    page = models.OneToOneField(
        "prcouncil_charters.CharterPage",
        verbose_name=_("page"),
        on_delete=hand_over_or_go,
        related_name="charter",
    )
    key = models.UUIDField(unique=True, editable=False)
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="charters",
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.COVENANT)
    authoritative = models.CharField(
        _("language that decides"),
        max_length=10,
        default="fa",
        help_text=_("Where the languages of the text differ, this one holds."),
    )
    review_due_on = models.DateField(_("to be revised by"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CharterQuerySet.as_manager()

    class Meta:
        verbose_name = _("charter")
        verbose_name_plural = _("charters")
        ordering: ClassVar[list[str]] = ["pk"]
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("adopt_charter", "Can adopt, unveil and repeal charters"),
            ("export_charter", "Can export charters"),
        ]

    def __str__(self) -> str:
        return self.page.title


class Partner(models.Model):
    """A council that shares a charter with the one that keeps it."""

    charter = models.ForeignKey(Charter, on_delete=models.CASCADE, related_name="partners")
    council = models.ForeignKey(
        CouncilPage,
        verbose_name=_("council"),
        on_delete=hand_over_or_hold,
        related_name="shared_charters",
    )

    class Meta:
        verbose_name = _("council that shares it")
        verbose_name_plural = _("councils that share it")
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["charter", "council"], name="prcouncil_shares_once"),
        ]

    def __str__(self) -> str:
        return self.council.title

    @property
    def holds_for(self) -> Charter:
        """Whom an editor finds when the council cannot be deleted (rule A20)."""
        return self.charter
