"""The search index: an inverted index kept as Roaring bitmaps in ordinary rows.

Rows are made by a rebuild and never changed.  What is published afterwards is kept as folded text beside
them until the next rebuild, and searched there: publishing is one small row.  A reply that is written
again gets a new ordinal and its old entry goes dead, so that withdrawing is one small update.
`replies.search.index` and `rebuild` alone write here.
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Left


class IndexBuild(models.Model):
    """One making of the index; readers use the one that is `current`.

    `generation` grows with each committed change, and names a state of the archive's public content
    together with `epoch`.  `terms` are the archive's own terms, and `phrases` its frequent runs, that this
    build cuts with.  A rebuild that was stopped goes on after reply `done_upto` and after `gathered` parts.
    """

    epoch = models.UUIDField(default=uuid.uuid4)
    version = models.CharField(max_length=120)
    terms = ArrayField(models.CharField(max_length=40), default=list)
    phrases = ArrayField(models.CharField(max_length=40), default=list)
    current = models.BooleanField(default=False)
    generation = models.BigIntegerField(default=0)
    next_ordinal = models.BigIntegerField(default=0)
    done_upto = models.BigIntegerField(default=0)
    gathered = models.SmallIntegerField(default=0)
    started_generation = models.BigIntegerField(default=0)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["current"], condition=models.Q(current=True), name="one_current_index_build"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk} ({self.version})"


class IndexStage(models.Model):
    """What one segment of replies hands on for one part of the keys, until the rows are made of it.

    A segment is a run of ordinals that begins at `first`.
    """

    pk = models.CompositePrimaryKey("build", "part", "first")
    build = models.ForeignKey(
        IndexBuild, models.DO_NOTHING, db_index=False, db_constraint=False, related_name="+"
    )
    part = models.SmallIntegerField()
    first = models.BigIntegerField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.part}:{self.first}"


class IndexRow(models.Model):
    """What the index has to say of a gram or a word; never changed.

    `content` is a set of ordinals or of places as `replies.search.packing` writes it; of pairs it is cut
    into shelves, so that places are small numbers.
    """

    pk = models.CompositePrimaryKey("build", "space", "gram", "shelf")
    build = models.ForeignKey(
        IndexBuild, models.DO_NOTHING, db_index=False, db_constraint=False, related_name="+"
    )
    space = models.SmallIntegerField()
    gram = models.CharField(max_length=16, db_collation="C")
    shelf = models.SmallIntegerField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.space}:{self.gram}:{self.shelf}"


class IndexEntry(models.Model):
    """What the index knows of one reply: what it is counted, chosen and sorted by.

    A reply written since the last rebuild is in no row yet; it keeps its `texts` here, folded, and these
    are searched as they are.

    Not tied to the reply's row, so that a worker which learns of changes by `changed` also learns that
    a reply is gone.  `fingerprint` is the SHA-256 of all that was indexed.
    """

    pk = models.CompositePrimaryKey("build", "ordinal")
    build = models.ForeignKey(
        IndexBuild, models.DO_NOTHING, db_index=False, db_constraint=False, related_name="+"
    )
    ordinal = models.BigIntegerField()
    reply_id = models.BigIntegerField()
    live = models.BooleanField(default=True)
    changed = models.BigIntegerField()
    day = models.DateField()
    city = models.CharField(max_length=6)
    agencies = ArrayField(models.BigIntegerField())
    outcome = models.CharField(max_length=14)
    kinds = ArrayField(models.CharField(max_length=5))
    topics = ArrayField(models.CharField(max_length=50))
    phases = ArrayField(models.CharField(max_length=8))
    texts = ArrayField(models.TextField(), null=True)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["build", "changed"], name="entry_by_change"),
            models.Index(fields=["build", "reply_id"], name="entry_by_reply"),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}: {self.reply_id}"


class SearchName(models.Model):
    """One way to type the name of an agency or a representative, or a frequent phrase.

    `key` is folded, in pinyin or by initials.  `weight` puts the more frequent first; it is as old as the last writing of a reply that bears the name.
    """

    class Kind(models.TextChoices):
        AGENCY = "agency"
        REPRESENTATIVE = "representative"
        PHRASE = "phrase"

    kind = models.CharField(max_length=14, choices=Kind.choices)
    value = models.CharField(max_length=20)
    label = models.CharField(max_length=120)
    key = models.CharField(max_length=240, db_collation="C")
    weight = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "value", "key"], name="name_key_once")]
        indexes = [
            models.Index(fields=["key", "-weight", "id"], name="name_by_key"),
            # Very many begin with the same one or two characters; these have the heaviest first.
            models.Index(Left("key", 1), models.F("weight").desc(), "id", name="name_by_first_one"),
            models.Index(Left("key", 2), models.F("weight").desc(), "id", name="name_by_first_two"),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.label}"
