"""Takes in files, folders and archives of replies."""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from replies.ingest.found_files import documents_expected
from replies.ingest.importing import ImportOrder, Outcome, import_documents
from replies.management.progress import Progress
from replies.models import City
from replies.search.rebuild import is_needed, rebuild

WORDS = {
    "published": "发布",
    "stored": "存为草稿",
    "here": "已在档案里",
    "refused": "不能读取",
    "failed": "没有存下",
}


class Command(BaseCommand):
    help = "Take in files, folders or .zip archives; may be repeated, nothing is taken in twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publish", action="store_true", help="publish what has no open question")
        parser.add_argument("--city", metavar="SLUG", help="the place of letters that do not state theirs")
        parser.add_argument("--by", metavar="USERNAME", help="the staff account that takes them in")
        parser.add_argument("--report", type=Path, metavar="FILE", help="where to write what was not read")

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[Path] = options["paths"]
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise CommandError(f"没有这个文件或文件夹：{'、'.join(missing)}")
        order = ImportOrder(_account(options["by"]), _city(options["city"]), options["publish"])
        report = options["report"] or _report_path()
        report.parent.mkdir(parents=True, exist_ok=True)
        counts = self._import(paths, order, report)
        if order.publish and is_needed():
            self.stderr.write("正在重建检索索引。")
            rebuild()
        summary = "，".join(f"{words} {counts[what]} 件" for what, words in WORDS.items() if counts[what])
        self.stdout.write(f"{summary or '没有找到可以读取的文件'}。")
        if counts["told"]:
            self.stdout.write(f"未读取的文件和待解决的问题：{report}")
        else:
            report.unlink(missing_ok=True)

    def _import(self, paths: list[Path], order: ImportOrder, report: Path) -> Counter[str]:
        """Counts by what became of each document; `told` are the lines of the report."""
        counts: Counter[str] = Counter()
        progress = Progress(documents_expected(paths), out=getattr(self.stderr, "_out", sys.stderr))
        with report.open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(["文件", "结果", "代码", "原因"])
            for outcomes in import_documents(paths, order):
                made = Counter(outcome.what for outcome in outcomes)
                counts.update(made)
                progress.documents_done(len(outcomes), worked=made["stored"] + made["published"])
                told = [outcome for outcome in outcomes if _worth_telling(outcome)]
                counts["told"] += len(told)
                lines.writerows([each.name, WORDS[each.what], each.code, each.reason] for each in told)
                file.flush()
        progress.end()
        return counts


def _worth_telling(outcome: Outcome) -> bool:
    return outcome.what in {"refused", "failed"} or bool(outcome.reason)


def _report_path() -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    folder: Path = settings.ARCHIVE_VAR / "import-reports"
    return folder / f"{stamp}.csv"


def _city(slug: str | None) -> City | None:
    city = City.objects.filter(slug=slug).first() if slug else None
    if slug and city is None:
        raise CommandError(f"没有网址用词为“{slug}”的地区。")
    return city


def _account(name: str | None) -> User | None:
    user = User.objects.filter(username=name).first() if name else None
    if name and user is None:
        raise CommandError(f"没有名为“{name}”的账号。")
    return user
