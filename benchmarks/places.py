"""The tables and the divisions that a benchmark's database needs."""

from __future__ import annotations

import csv
from pathlib import Path

from django.core.management import call_command

from replies.models import City

TABLE = Path(__file__).resolve().parent.parent / "fixtures" / "divisions.csv"


def load_places() -> None:
    call_command("migrate", verbosity=0)
    if City.objects.exists():
        return
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    City.objects.bulk_create(
        City(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            slug=row["slug"],
            level=row["level"],
            parent_id=row["parent"] or None,
        )
        for row in rows
    )
