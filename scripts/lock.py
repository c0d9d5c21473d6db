"""Writes the lock files from pyproject.toml: versions and hashes, and no word of where they came from.

An installed version stays as it is unless pyproject.toml rules it out; `lock.py --upgrade` takes the newest.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
]
NAMES_A_HOST = re.compile(r"https?:|file:/|--(extra-)?index-url|--find-links|--trusted-host")


def main(upgrade: list[str]) -> None:
    compile_lock("requirements.lock", *upgrade)
    compile_lock("requirements-dev.lock", "--extra=dev", "--constraint=requirements.lock", *upgrade)


def compile_lock(target: str, *options: str) -> None:
    """Without this machine's own package folders, whose files are fewer than the registry's."""
    ours = ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_CONSTRAINT")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment["PIP_CONFIG_FILE"] = os.devnull
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *options, f"--output-file={target}"]
    subprocess.run([*command, "pyproject.toml"], cwd=ROOT, env=environment, check=True)
    if NAMES_A_HOST.search((ROOT / target).read_text()):
        sys.exit(f"{target} names the place its packages came from; it must not.")


if __name__ == "__main__":
    main(sys.argv[1:])
