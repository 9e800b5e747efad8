"""Words of meetings and of what comes of them; what can be done stands in `transitions.py`.

A meeting stands on four axes that know nothing of each other: Wagtail's own (its page is published
or not), its status, its agenda, its minutes. Reports, resolutions and assignments have one each.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of meeting it is."""

    ORDINARY = "ordinary", _("ordinary meeting")
    EXTRAORDINARY = "extraordinary", _("extraordinary meeting")
    JOINT = "joint", _("joint meeting")
    CONFERENCE = "conference", _("conference")
    CEREMONY = "ceremony", _("ceremony")


class Mode(models.TextChoices):
    """Where people meet."""

    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("in person and online")


class Axis(models.TextChoices):
    """What of a meeting a change is about."""

    STATUS = "status", _("meeting")
    AGENDA = "agenda", _("agenda")
    MINUTES = "minutes", _("minutes")


class Status(models.TextChoices):
    """Where a meeting stands."""

    PLANNED = "planned", _("planned")
    ANNOUNCED = "announced", _("announced")
    POSTPONED = "postponed", _("postponed")
    RESCHEDULED = "rescheduled", _("rescheduled")
    CANCELLED = "cancelled", _("cancelled")
    HELD = "held", _("held")
    CLOSED = "closed", _("closed")


TOLD = frozenset(set(Status) - {Status.PLANNED})
"""Readers know of these; of a planned one its secretary alone."""
DUE = frozenset({Status.ANNOUNCED, Status.RESCHEDULED})
"""These will be held at the time that stands there."""
OVER = frozenset({Status.HELD, Status.CLOSED})
OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
"""These will not be held at the time that stands there."""


class AgendaStatus(models.TextChoices):
    """Where an agenda stands; editions are counted from the first that was final."""

    NONE = "none", _("no agenda")
    DRAFT = "draft", _("draft")
    FINAL = "final", _("final")
    AMENDED = "amended", _("amended")


PRINTED = frozenset({AgendaStatus.FINAL, AgendaStatus.AMENDED})
"""Readers see these."""


class MinutesStatus(models.TextChoices):
    """Where minutes stand."""

    NONE = "none", _("no minutes")
    DRAFT = "draft", _("draft")
    CIRCULATED = "circulated", _("circulated")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")


SETTLED = frozenset({MinutesStatus.APPROVED, MinutesStatus.PUBLISHED})
"""Their resolutions have numbers, and nobody writes in them any more."""


class ApprovedHow(models.TextChoices):
    """How minutes were approved."""

    MEETING = "meeting", _("in a later meeting")
    WRITTEN = "written", _("by written procedure")


class ItemKind(models.TextChoices):
    """What an item of an agenda is for."""

    REPORT = "report", _("report")
    DISCUSSION = "discussion", _("discussion")
    DECISION = "decision", _("decision")
    ELECTION = "election", _("election")
    MATTERS_ARISING = "matters_arising", _("matters arising")
    OTHER = "other", _("other business")


class Visibility(models.TextChoices):
    """Who reads of it."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("members")
    CLOSED = "closed", _("closed: the title alone")


class Outcome(models.TextChoices):
    """What became of an item."""

    PENDING = "pending", _("not dealt with yet")
    DECIDED = "decided", _("decided")
    NOTED = "noted", _("noted")
    DEFERRED = "deferred", _("deferred to a later meeting")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Presence(models.TextChoices):
    """Whether a seat was filled in a meeting."""

    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")
    EXCUSED = "excused", _("excused")
    REPRESENTED = "represented", _("represented by a substitute")
    GUEST = "guest", _("guest")


THERE = frozenset({Presence.PRESENT, Presence.REPRESENTED})
"""Of seats with a vote these count for the quorum."""


class ReportKind(models.TextChoices):
    """What an agency reports on."""

    PERFORMANCE = "performance", _("performance")
    DUTIES = "duties", _("duties")
    CHALLENGES = "challenges", _("challenges")


class ReportState(models.TextChoices):
    """Where a member's report stands."""

    REQUESTED = "requested", _("requested")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    ACCEPTED = "accepted", _("accepted")


class ResolutionState(models.TextChoices):
    """Where a resolution stands. It has a number from its adoption on, for good."""

    DRAFT = "draft", _("draft")
    ADOPTED = "adopted", _("adopted")
    ANNULLED = "annulled", _("annulled")


class AssignmentState(models.TextChoices):
    """Where an assignment stands; that it is overdue is computed."""

    OPEN = "open", _("open")
    IN_PROGRESS = "in_progress", _("in progress")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


UNDONE = frozenset({AssignmentState.OPEN, AssignmentState.IN_PROGRESS})


class ForwardingState(models.TextChoices):
    """What another council made of a resolution that was sent to it."""

    SENT = "sent", _("sent")
    TAKEN_UP = "taken_up", _("taken up")
    DECLINED = "declined", _("declined")
