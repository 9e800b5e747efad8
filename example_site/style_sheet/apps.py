from django.apps import AppConfig


class StyleSheetConfig(AppConfig):
    """The page `/style-sheet/`. A ministry's own site may keep it for its designers, or leave the
    app out."""

    name = "style_sheet"
    label = "style_sheet"
