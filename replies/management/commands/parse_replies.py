"""Read files and print what was read, one JSON object a line; no database is needed or touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from replies.text.file_formats import UnreadableFile, read_text
from replies.text.parse import as_json, parse_reply, unreadable_as_json


class Command(BaseCommand):
    help = "Read each file and print one JSON object a line, as docs/parsed-reply.md says."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        refused = 0
        for name in options["files"]:
            try:
                line = read_one(name)
            except UnreadableFile as error:
                refused += 1
                self.stderr.write(f"{name}: {error.message}")
                line = unreadable_as_json(name, error.code, error.message)
            self.stdout.write(json.dumps(line, ensure_ascii=False))
        if refused:
            raise CommandError(f"{refused} 个文件没有读出，原因见上。", returncode=1)


def read_one(name: str) -> dict[str, Any]:
    path = Path(name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile("not_found", f"打不开这个文件：{error.strerror}。请检查路径。") from error
    document = read_text(content, path.name)
    return as_json(parse_reply(document.text, document.page), name)
