"""Serving on one's own machine, and leaving nothing running afterwards that nobody uses."""

import re
import signal
import sys
from types import FrameType

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections

from archive.embedded.base import DatabaseWrapper

BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class RequestHandler(WSGIRequestHandler):
    """Takes an address typed in Chinese into curl, which sends it as it is.

    Python's server would take the 0x85 inside 公 for a blank and answer 400.
    """

    def parse_request(self) -> bool:
        self.raw_requestline = BEYOND_ASCII.sub(lambda byte: b"%%%02X" % byte[0][0], self.raw_requestline)
        return super().parse_request()


def serve_local(port: int) -> None:
    """Serves until it is interrupted or told to end; then stops the embedded database if it is idle."""
    signal.signal(signal.SIGTERM, leave)
    # A browser keeps its thread; were its connection kept too, the database would never be found idle.
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    try:
        with ThreadedWSGIServer(("127.0.0.1", port), RequestHandler) as server:
            server.daemon_threads = True
            server.set_app(get_wsgi_application())
            print(f"http://127.0.0.1:{port}/  (Ctrl-C to stop)", flush=True)
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    except OSError as error:
        sys.exit(f"Port {port}: {error.strerror}. Another one: make run PORT={port + 1}")
    finally:
        stop_idle_database()


def leave(signal_number: int, frame: FrameType | None) -> None:
    sys.exit(0)


def stop_idle_database() -> None:
    engine = connections["default"]
    engine.close()
    if isinstance(engine, DatabaseWrapper):
        engine.cluster.stop(only_if_idle=True)
