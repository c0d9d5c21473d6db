"""Finds or installs the programs that the tests need beside Python packages.

Fails with a clear word where one is missing and cannot be installed: a test run that silently leaves
out its browser tests would say more than it knows.
"""

import os
import shutil
import subprocess
import sys

# Each need: programs of which one is enough, the Debian packages that bring it, and what it is for.
NEEDS = [
    (("chromium", "chromium-browser", "google-chrome"), ["chromium", "fonts-noto-cjk"], "browser tests"),
    (("antiword", "catdoc", "soffice"), ["antiword"], "reading .doc"),
]


def main() -> None:
    missing = [need for need in NEEDS if not found(need[0])]
    if missing and can_install():
        install([package for _, packages, _ in missing for package in packages])
        missing = [need for need in missing if not found(need[0])]
    for programs, packages, purpose in missing:
        print(
            f"Missing for {purpose}: one of {', '.join(programs)} (Debian: {' '.join(packages)}).",
            file=sys.stderr,
        )
    if missing:
        sys.exit("Install the above and run make test again; nothing was tested.")


def found(programs: tuple[str, ...]) -> bool:
    return any(shutil.which(program) for program in (os.environ.get("CHROMIUM", ""), *programs) if program)


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        env=quiet,
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
