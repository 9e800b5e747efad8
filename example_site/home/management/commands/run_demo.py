import threading
from typing import Any

from django.contrib.staticfiles.management.commands import runserver
from django.core.management import call_command
from django.db import connection

SECONDS = 60


class Command(runserver.Command):
    help = "As runserver, with the clock ticking in a thread: a demo has no cron."

    def inner_run(self, *args: Any, **options: Any) -> None:
        over = threading.Event()
        clock = threading.Thread(target=wind, args=[over], name="clock", daemon=True)
        clock.start()
        try:
            super().inner_run(*args, **options)
        finally:
            over.set()


def wind(over: threading.Event, seconds: float = SECONDS) -> None:
    """Tick until `over` is set; a failed job has been told, and the clock goes on."""
    while not over.is_set():
        try:
            call_command("prcouncil_tick")
        except SystemExit:
            pass
        finally:
            connection.close()
        over.wait(seconds)
