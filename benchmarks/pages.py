"""Whole pages over HTTP: the search page, first time and again, publishing, suggesting, reindexing.

    python -m benchmarks.pages [--size 100000]

Fills an archive of generated replies (kept under var/pages for the next time), starts gunicorn on a loopback
address and asks each of 200 questions once, then once more with the validator it was given.  A page's time is
the server's, from the whole request to the whole answer, as gunicorn tells it.
"""

from __future__ import annotations

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("ARCHIVE_VAR", str(ROOT / "var" / "pages"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
PORT = 8917
WAIT_SECONDS = 60
PUBLISHED = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    asked = parser.parse_args()
    import django

    django.setup()
    _fill(asked.size)
    _publishing()
    _suggesting()
    with TemporaryDirectory() as folder, _server(log := Path(folder) / "times"):
        _pages(log)


def _fill(size: int) -> None:
    from benchmarks.archive import fill
    from benchmarks.places import load_places
    from replies.models import IndexEntry
    from replies.search.rebuild import rebuild

    load_places()
    began = time.perf_counter()
    fill(size)
    print(f"archive of {size} replies: {time.perf_counter() - began:.0f} s", flush=True)
    if IndexEntry.objects.filter(live=True).count() < size:
        began = time.perf_counter()
        rebuild()
        print(f"reindex: {time.perf_counter() - began:.0f} s", flush=True)


def _publishing() -> None:
    """One reply at a time, found in the same transaction; all is rolled back."""
    from django.db import transaction

    from replies.models import Reply
    from replies.search import index
    from replies.search.find import find_replies
    from replies.search.state import SearchState

    def publish(reply: Reply) -> None:
        with transaction.atomic():
            index.write_entry(reply)

    with transaction.atomic():
        replies = list(Reply.objects.order_by("-pk")[:PUBLISHED])
        _print("publishing one reply", [_ms(partial(publish, reply)) for reply in replies])
        assert replies[0].pk in find_replies(SearchState(q=f'"{replies[0].title[2:6]}"')).ids
        transaction.set_rollback(True)


def _suggesting() -> None:
    from replies.search.suggest import suggest

    suggest("温")
    typed = [
        "温",
        "温州",
        "wz",
        "wenzh",
        "民政",
        "mz",
        "养老",
        "yl",
        "zhao",
        "z",
        "赵",
        "居家养",
        "公建",
        "b",
        "北京市",
    ]
    _print("suggestions", [_ms(partial(suggest, part)) for part in typed])


@contextmanager
def _server(log: Path) -> Iterator[None]:
    """Answers at `PORT`, and writes into the log a line for each answer: how many microseconds it took."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "archive.wsgi",
        "--workers",
        "1",
        "--bind",
        f"127.0.0.1:{PORT}",
        "--access-logfile",
        str(log),
        "--access-logformat",
        "%(D)s",
    ]
    server = subprocess.Popen([*command, "--log-level", "error"], cwd=ROOT)
    try:
        _wait()
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait() -> None:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            if _get("/replies/")[0] == 200:
                return
        except OSError:
            time.sleep(0.3)
    raise TimeoutError("gunicorn did not answer")


def _pages(log: Path) -> None:
    from benchmarks.corpus import queries

    addresses = [f"/replies/?q={quote(' '.join(question))}" for question in queries()]
    tags = {}
    for address in addresses:
        status, tags[address] = _get(address)
        assert status == 200, (status, address)
    for address in addresses:
        status, _ = _get(address, tags[address])
        assert status == 304, (status, address)
    times = [int(line) / 1000 for line in _told(log, 2 * len(addresses))]
    _print("search page, first time", times[: len(addresses)])
    _print("search page, again (304)", times[len(addresses) :])


def _told(log: Path, count: int) -> list[str]:
    """The last so many lines, of which the server may write the very last after it has answered."""
    while len(lines := log.read_text().splitlines()) <= count:  # the first answer was to whether it is there
        time.sleep(0.05)
    return lines[-count:]


def _get(address: str, tag: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    connection.request("GET", address, headers={"If-None-Match": tag} if tag else {})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("ETag") or ""


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _print(what: str, times: Sequence[float]) -> None:
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"{what:26} p50 {statistics.median(times):7.1f} ms   p95 {p95:7.1f} ms   of {len(times)}", flush=True
    )


if __name__ == "__main__":
    main()
