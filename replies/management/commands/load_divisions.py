"""The administrative divisions, from fixtures/divisions.csv."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from replies.ingest.catalogue import load_divisions


class Command(BaseCommand):
    help = "Load the administrative divisions (GB/T 2260); may be repeated."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_divisions(settings.BASE_DIR / "fixtures" / "divisions.csv")
        self.stdout.write(f"地区 {loaded.total} 个，其中新增 {loaded.new} 个。")
