"""Who may do what in meetings."""

from enum import StrEnum


class Right(StrEnum):
    """Permissions; each counts only for meetings of the councils that a scope covers."""

    VIEW = "prcouncil_meetings.view_meeting"
    ADD = "prcouncil_meetings.add_meeting"
    CHANGE = "prcouncil_meetings.change_meeting"
    SETTLE = "prcouncil_meetings.settle_meeting"
    """To close a meeting, and to approve and publish its minutes."""
    EXPORT = "prcouncil_meetings.export_meeting"
    VIEW_RESOLUTIONS = "prcouncil_meetings.view_resolution"
    ADD_RESOLUTIONS = "prcouncil_meetings.add_resolution"
    CHANGE_RESOLUTIONS = "prcouncil_meetings.change_resolution"
    VIEW_ASSIGNMENTS = "prcouncil_meetings.view_assignment"
    ADD_ASSIGNMENTS = "prcouncil_meetings.add_assignment"
    CHANGE_ASSIGNMENTS = "prcouncil_meetings.change_assignment"
    VIEW_RECIPIENTS = "prcouncil_meetings.view_recipient"
    ADD_RECIPIENTS = "prcouncil_meetings.add_recipient"
    CHANGE_RECIPIENTS = "prcouncil_meetings.change_recipient"
    DELETE_RECIPIENTS = "prcouncil_meetings.delete_recipient"
    VIEW_REPORTS = "prcouncil_meetings.view_memberreport"
    ADD_REPORTS = "prcouncil_meetings.add_memberreport"
    CHANGE_REPORTS = "prcouncil_meetings.change_memberreport"
    SUBMIT_REPORTS = "prcouncil_meetings.submit_memberreport"
    """Of whoever reports for an agency (`models.Reporter`): for that agency alone."""
