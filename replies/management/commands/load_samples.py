"""The five sample replies, published."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from replies.ingest.samples import load_samples


class Command(BaseCommand):
    help = "Take in and publish the sample replies; may be repeated."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--by", metavar="USERNAME", help="the staff account that publishes them")

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_samples(settings.BASE_DIR / "fixtures" / "samples", _account(options["by"]))
        self.stdout.write(f"样例答复：新发布 {len(loaded)} 件。")


def _account(name: str | None) -> User | None:
    user = User.objects.filter(username=name).first() if name else None
    if name and user is None:
        raise CommandError(f"没有名为“{name}”的账号。")
    return user
