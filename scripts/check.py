"""All that can be said about the code without running it; goes to the end, then fails if anything did."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable

PRODUCTION = {
    "ARCHIVE_PRODUCTION": "1",
    "SECRET_KEY": "only-for-this-check-" + "".join(chr(97 + i % 26) for i in range(60)),
    "ALLOWED_HOSTS": "archive.example.org",
    "DATABASE_URL": "postgres://archive@127.0.0.1/never-asked",
}

CHECKS: list[tuple[list[str], dict[str, str]]] = [
    (["-m", "ruff", "check", "."], {}),
    (["-m", "ruff", "format", "--check", "."], {}),
    (["-m", "mypy"], {}),
    (["-m", "djlint", "templates", "--lint", "--quiet"], {}),
    (["manage.py", "makemigrations", "--check", "--dry-run"], {}),
    (["manage.py", "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION),
    (["-m", "pytest", "-q", "tests/test_architecture.py"], {}),
]


def main() -> None:
    failed = [" ".join(command) for command, extra in CHECKS if not passes(command, extra)]
    if failed:
        sys.exit("Not clean:\n" + "\n".join(f"    {command}" for command in failed))


def passes(command: list[str], extra: dict[str, str]) -> bool:
    print(f"== {' '.join(command)}", flush=True)
    return subprocess.run([PYTHON, *command], cwd=ROOT, env={**os.environ, **extra}).returncode == 0


if __name__ == "__main__":
    main()
