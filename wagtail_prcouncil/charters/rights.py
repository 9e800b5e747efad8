"""Who may do what with charters."""

from enum import StrEnum


class Right(StrEnum):
    """Permissions; each counts only for charters of the councils that a scope covers."""

    VIEW = "prcouncil_charters.view_charter"
    ADD = "prcouncil_charters.add_charter"
    CHANGE = "prcouncil_charters.change_charter"
    ADOPT = "prcouncil_charters.adopt_charter"
    """To adopt, unveil and repeal."""
    EXPORT = "prcouncil_charters.export_charter"
    VIEW_SIGNATURES = "prcouncil_charters.view_signature"
    ADD_SIGNATURES = "prcouncil_charters.add_signature"
    CHANGE_SIGNATURES = "prcouncil_charters.change_signature"
    VIEW_REVIEWS = "prcouncil_charters.view_clausereview"
    ADD_REVIEWS = "prcouncil_charters.add_clausereview"
    CHANGE_REVIEWS = "prcouncil_charters.change_clausereview"
