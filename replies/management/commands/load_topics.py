"""The topics and their terms, from fixtures/topics.json."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from replies.ingest.catalogue import load_topics


class Command(BaseCommand):
    help = "Load topics and their terms; may be repeated, and leaves what staff changed alone."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_topics(settings.BASE_DIR / "fixtures" / "topics.json")
        self.stdout.write(f"主题 {loaded.total} 个，新增主题词 {loaded.new} 个。")
