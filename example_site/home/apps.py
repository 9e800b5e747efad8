from django.apps import AppConfig
from django.core.checks import register


class HomeConfig(AppConfig):
    """The ministry's own pages: its front page, and the demo content."""

    name = "home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from home import checks

        register("home")(checks.demo_stays_at_home)
