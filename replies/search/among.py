"""Rows of tables by what a search found."""

from __future__ import annotations

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL


def among(column: str, ids: list[int]) -> RawSQL:
    """Any number of ids in one array, where `IN` would have PostgreSQL read tens of thousands of values."""
    return RawSQL(f"{column} = ANY(%s::bigint[])", [ids], output_field=BooleanField())
