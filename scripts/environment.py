"""Makes .venv and installs what the lock file says; quick when there is nothing to do.

Needs nothing but Python 3.11 itself.  Called as `environment.py run` or `environment.py test`; the
second installs the tools for tests and checks too.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "requirements-dev.lock"}

NO_VENV = """\
This Python cannot make virtual environments: its venv module is incomplete.
On Debian and Ubuntu that part is a package of its own. Install it and start again:
    apt-get install python3-venv"""


def main(purpose: str) -> None:
    waiting_room = ROOT / "var"
    waiting_room.mkdir(exist_ok=True)
    with open(waiting_room / "environment.lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not usable():
            make_environment()
        install(purpose)


def usable() -> bool:
    """A left-over of another Python, or of an installation cut off, does not count."""
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    print("Making the environment .venv …", flush=True)
    if not try_venv() and not (install_venv_module() and try_venv()):
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        sys.exit(NO_VENV)


def try_venv() -> bool:
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", ENVIRONMENT], capture_output=True, text=True
    )
    return made.returncode == 0 and usable()


def install_venv_module() -> bool:
    """Debian's missing part, where we may install it; True when apt says it did."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing python3-venv …", flush=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet)
    names = ([version], ["python3-venv"])
    return any(
        subprocess.run(["apt-get", "install", "-y", "-qq", *name], env=quiet).returncode == 0
        for name in names
    )


def install(purpose: str) -> None:
    """Skips what a stamp says was done; the tools for tests include all that running needs."""
    for covering in ("test", purpose):
        if stamp(covering).exists() and stamp(covering).read_text() == mark(covering):
            return
    print(f"Installing what {LOCKS[purpose].name} names …", flush=True)
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    done = subprocess.run([PYTHON, "-m", "pip", "install", *quiet, "-r", LOCKS[purpose]], cwd=ROOT)
    if done.returncode:
        sys.exit("The packages could not be installed; the lines above say why. Nothing else was changed.")
    stamp(purpose).write_text(mark(purpose))


def stamp(purpose: str) -> Path:
    return ENVIRONMENT / f"installed-for-{purpose}"


def mark(purpose: str) -> str:
    return hashlib.sha256(LOCKS[purpose].read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1])
