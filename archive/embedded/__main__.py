"""`python -m archive.embedded start | stop [--if-idle] | status`, for scripts that need no Django."""

import argparse
import os
import sys
from pathlib import Path

from archive.embedded.cluster import Cluster
from archive.embedded.errors import OutOfReach, ServerFailed


def cluster_folder() -> Path:
    """The same folder as the settings say, read without them so that stopping works with broken settings."""
    default = Path(__file__).resolve().parent.parent.parent / "var"
    return Path(os.environ.get("ARCHIVE_VAR") or default).resolve() / "postgres"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m archive.embedded", description=__doc__)
    parser.add_argument("action", choices=["start", "stop", "status"])
    parser.add_argument("--if-idle", action="store_true", help="stop only when nobody is connected")
    arguments = parser.parse_args()
    cluster = Cluster(cluster_folder())
    if arguments.action == "stop":
        stopped = cluster.stop(only_if_idle=arguments.if_idle)
        print("The database is stopped." if stopped else "The database was not running, or is in use.")
        return 0
    if arguments.action == "start":
        cluster.ensure_running()
    running = cluster.ready()
    print(f"running, socket in {cluster.socket_folder}" if running else "not running")
    return 0 if running else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OutOfReach, ServerFailed) as error:
        sys.exit(str(error))
