"""The engines that the archive's own is measured against, each asked the same in its own best way.

All hold the same folded texts and answer: how many replies hold these runs, and how many of them in each
place, year, topic and agency.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.db import connection

from benchmarks.corpus import Document
from replies.text.fold import fold

Counts = tuple[int, dict[str, dict[str, int]]]
SINGLE = ("city", "year", "agency")


def bigrams(text: str) -> str:
    """Each character and each pair, as words between blanks."""
    closed = text.replace(" ", "").replace("\n", "")
    return " ".join(a + b for a, b in pairwise(closed))


def characters(text: str) -> str:
    return " ".join(text.replace(" ", "").replace("\n", ""))


def row_of(document: Document) -> dict[str, Any]:
    return {
        "text": fold(document.title + "\n" + document.letter),
        "city": str(document.place),
        "year": str(document.day.year),
        "agency": str(document.agency),
        "topic": list(document.topics),
    }


class Tantivy:
    """A phrase query over pairs, and four aggregations over fast fields."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "tantivy"

    def build(self, documents: Sequence[Document]) -> None:
        import tantivy

        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        schema = tantivy.SchemaBuilder()
        for field in ("pairs", "characters"):
            schema.add_text_field(field, tokenizer_name="whitespace", index_option="position")
        for field in (*SINGLE, "topic"):
            schema.add_text_field(field, tokenizer_name="raw", fast=True)
        writer = tantivy.Index(schema.build(), path=str(self.folder)).writer(
            heap_size=500_000_000, num_threads=2
        )
        for document in documents:
            row = row_of(document)
            text = row.pop("text")
            fields = {**row, "pairs": bigrams(text), "characters": characters(text)}
            writer.add_document(tantivy.Document(**fields))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self.index = tantivy.Index.open(str(self.folder))
        self.searcher = self.index.searcher()

    def ask(self, runs: Sequence[str]) -> Counts:
        import tantivy

        must = [(tantivy.Occur.Must, self._query(run)) for run in runs]
        query = must[0][1] if len(must) == 1 else tantivy.Query.boolean_query(must)
        wanted = {f: {"terms": {"field": f, "size": 2000}} for f in (*SINGLE, "topic")}
        wanted["total"] = {"value_count": {"field": "year"}}
        found = self.searcher.aggregate(query, wanted)
        counts = {f: {b["key"]: b["doc_count"] for b in found[f]["buckets"]} for f in (*SINGLE, "topic")}
        return int(found["total"]["value"]), counts

    def _query(self, run: str) -> Any:
        import tantivy

        schema = self.index.schema
        if len(run) == 1:
            return tantivy.Query.term_query(schema, "characters", run, "basic")
        words = [a + b for a, b in pairwise(run)]
        if len(words) == 1:
            return tantivy.Query.term_query(schema, "pairs", words[0], "basic")
        return tantivy.Query.phrase_query(schema, "pairs", list(words))

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())


class Sqlite:
    """SQLite FTS5 over pairs with facets by GROUP BY, as Datasette asks it."""

    name = "SQLite FTS5 (Datasette)"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "fts.sqlite"

    def build(self, documents: Sequence[Document]) -> None:
        self.path.unlink(missing_ok=True)
        self.open()
        self.db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE reply (id INTEGER PRIMARY KEY, city TEXT, year TEXT, agency TEXT);"
            "CREATE TABLE topic (reply INTEGER, topic TEXT);"
            "CREATE VIRTUAL TABLE fts USING fts5(pairs, characters, content='', tokenize='unicode61')"
        )
        for number, row in enumerate(map(row_of, documents), 1):
            values = (number, row["city"], row["year"], row["agency"])
            self.db.execute("INSERT INTO reply VALUES (?, ?, ?, ?)", values)
            self.db.executemany("INSERT INTO topic VALUES (?, ?)", [(number, t) for t in row["topic"]])
            words = (number, bigrams(row["text"]), characters(row["text"]))
            self.db.execute("INSERT INTO fts (rowid, pairs, characters) VALUES (?, ?, ?)", words)
        self.db.executescript("CREATE INDEX topic_by_reply ON topic (reply); ANALYZE")
        self.db.commit()

    def open(self) -> None:
        self.db = sqlite3.connect(self.path)
        self.db.execute("PRAGMA cache_size=-500000")

    def ask(self, runs: Sequence[str]) -> Counts:
        wanted = " AND ".join(map(self._term, runs))
        found = "WITH found AS MATERIALIZED (SELECT rowid AS id FROM fts WHERE fts MATCH ?) "
        total = self.db.execute(found + "SELECT count(*) FROM found", [wanted]).fetchone()[0]
        counts = {}
        for facet in SINGLE:
            sql = f"{found} SELECT {facet}, count(*) FROM found JOIN reply USING (id) GROUP BY 1"
            counts[facet] = dict(self.db.execute(sql, [wanted]))
        sql = f"{found} SELECT topic, count(*) FROM found JOIN topic ON reply = found.id GROUP BY 1"
        return total, {**counts, "topic": dict(self.db.execute(sql, [wanted]))}

    def _term(self, run: str) -> str:
        if len(run) == 1:
            return f'characters:"{run}"'
        return f'pairs:"{bigrams(run)}"'

    def size(self) -> int:
        return self.path.stat().st_size


class Groonga:
    """TokenBigram with positions, and drilldowns."""

    name = "Groonga"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "groonga"

    def build(self, documents: Sequence[Document]) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        path = self.folder / "db"
        with subprocess.Popen(
            ["groonga", "-n", str(path)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as loader:
            assert loader.stdin
            for line in self._script(documents):
                loader.stdin.write(line.encode())

    def open(self) -> None:
        path = self.folder / "db"
        self.server = subprocess.Popen(
            ["groonga", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )

    def _script(self, documents: Sequence[Document]) -> Iterator[str]:
        yield "table_create Replies TABLE_NO_KEY\ncolumn_create Replies text COLUMN_SCALAR LongText\n"
        for facet in (*SINGLE, "topic"):
            kind = "COLUMN_VECTOR" if facet == "topic" else "COLUMN_SCALAR"
            yield f"table_create V{facet} TABLE_HASH_KEY ShortText\ncolumn_create Replies {facet} {kind} V{facet}\n"
        yield "load --table Replies\n[\n"
        for number, document in enumerate(documents):
            row = json.dumps(row_of(document), ensure_ascii=False).replace("\n", " ")
            yield f"{',' if number else ''}{row}\n"
        yield (
            "]\ntable_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram\n"
            "column_create Terms at COLUMN_INDEX|WITH_POSITION Replies text\n"
        )

    def ask(self, runs: Sequence[str]) -> Counts:
        wanted = " && ".join(f'text @ "{run}"' for run in runs)
        facets = (*SINGLE, "topic")
        command = f"select Replies --filter '{wanted}' --limit 0 --drilldown {','.join(facets)} --drilldown_limit 2000"
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(command.encode() + b"\n")
        answer = json.loads(self._line())
        (total, *_), *_ = answer[1][0]
        counts = {f: dict(rows[2:]) for f, rows in zip(facets, answer[1][1:], strict=True)}
        return int(total), counts

    def _line(self) -> bytes:
        assert self.server.stdout
        found = b""
        while not found.endswith(b"\n"):
            found += self.server.stdout.read(1 << 20)
        return found

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    def close(self) -> None:
        self.server.stdin.close()  # type: ignore[union-attr]
        self.server.wait(timeout=20)


class Postgres:
    """PostgreSQL's GIN over pairs cut in Python; positions left out, so phrases of three and more err."""

    name = "PostgreSQL GIN over pairs"
    table = "bench_pairs"

    def build(self, documents: Sequence[Document]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {self.table}")
            cursor.execute(
                f"CREATE TABLE {self.table} (id int, text text, words tsvector, city text, year text, agency text,"
                " topic text[])"
            )
            with cursor.copy(f"COPY {self.table} FROM STDIN") as copy:
                for number, row in enumerate(map(row_of, documents)):
                    text = row["text"].replace("\\", "").replace("'", "").replace("\n", "")
                    words = " ".join(f"'{w}'" for w in {*bigrams(text).split(), *text.replace(" ", "")})
                    copy.write_row(
                        (number, text, words, row["city"], row["year"], row["agency"], row["topic"])
                    )
            cursor.execute(f"CREATE INDEX ON {self.table} USING gin (words) WITH (fastupdate = off)")
            cursor.execute(f"VACUUM ANALYZE {self.table}")

    def open(self) -> None:
        """The table is where the database has it."""

    def where(self, runs: Sequence[str]) -> tuple[str, list[str]]:
        words = {pair for run in runs for pair in (bigrams(run).split() if len(run) > 1 else [run])}
        return "words @@ %s::tsquery", [" & ".join(f"'{w}'" for w in words)]

    def ask(self, runs: Sequence[str]) -> Counts:
        where, values = self.where(runs)
        with connection.cursor() as cursor:
            cursor.execute(
                f"WITH found AS MATERIALIZED (SELECT city, year, agency, topic FROM {self.table} WHERE {where})"
                " SELECT city, year, agency, NULL, count(*) FROM found"
                " GROUP BY GROUPING SETS ((city), (year), (agency), ())"
                " UNION ALL SELECT NULL, NULL, NULL, t, count(*) FROM found, unnest(topic) t GROUP BY t",
                values,
            )
            rows = cursor.fetchall()
        counts = {
            facet: {row[at]: row[4] for row in rows if row[at] is not None}
            for at, facet in enumerate((*SINGLE, "topic"))
        }
        return sum(counts["year"].values()), counts

    def size(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_total_relation_size(%s::regclass)", [self.table])
            return int(cursor.fetchone()[0])


class Icontains(Postgres):
    """What Django's `icontains` asks: ILIKE over the whole text; on the table of `Postgres`."""

    name = "Django icontains"

    def build(self, documents: Sequence[Document]) -> None:
        """The table is there already."""

    def where(self, runs: Sequence[str]) -> tuple[str, list[str]]:
        return " AND ".join("UPPER(text) LIKE UPPER(%s)" for _ in runs), [f"%{run}%" for run in runs]
