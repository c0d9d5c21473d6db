"""Serving on one's own machine, and leaving nothing running afterwards that nobody uses."""

import os
import signal
import sys
from types import FrameType

from django.core.management import call_command
from django.db import connections

from archive.embedded.base import DatabaseWrapper


def serve_local(port: int) -> None:
    """Serves until it is interrupted or told to end; then stops the embedded database if it is idle."""
    signal.signal(signal.SIGTERM, leave)
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    try:
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False)
    finally:
        stop_idle_database()


def leave(signal_number: int, frame: FrameType | None) -> None:
    sys.exit(0)


def stop_idle_database() -> None:
    engine = connections["default"]
    engine.close()
    if isinstance(engine, DatabaseWrapper):
        engine.cluster.stop(only_if_idle=True)
