from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """One row for a gram instead of one for each segment.  The index is made anew by `reindex --if-needed`."""

    dependencies = [("replies", "0015_short_beginnings_find_the_commonest_names")]

    operations = [
        migrations.RunSQL(
            "TRUNCATE replies_indexrow, replies_indexentry, replies_indexbuild", migrations.RunSQL.noop
        ),
        migrations.DeleteModel(name="IndexRow"),
        migrations.RemoveField(model_name="indexentry", name="agency"),
        migrations.AddField(
            model_name="indexentry",
            name="agencies",
            field=ArrayField(base_field=models.BigIntegerField(), default=list, size=None),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="indexbuild", name="gathered", field=models.SmallIntegerField(default=0)
        ),
        migrations.CreateModel(
            name="IndexRow",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "build",
                        "space",
                        "gram",
                        "shelf",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("space", models.SmallIntegerField()),
                ("gram", models.CharField(db_collation="C", max_length=16)),
                ("shelf", models.SmallIntegerField()),
                ("content", models.BinaryField()),
                (
                    "build",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=models.deletion.DO_NOTHING,
                        related_name="+",
                        to="replies.indexbuild",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IndexStage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "build",
                        "part",
                        "first",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("part", models.SmallIntegerField()),
                ("first", models.BigIntegerField()),
                ("content", models.BinaryField()),
                (
                    "build",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=models.deletion.DO_NOTHING,
                        related_name="+",
                        to="replies.indexbuild",
                    ),
                ),
            ],
        ),
        # Bitmaps are dense already: trying to compress them costs time and gains nothing.
        migrations.RunSQL(
            "ALTER TABLE replies_indexrow ALTER COLUMN content SET STORAGE EXTERNAL;"
            "ALTER TABLE replies_indexstage ALTER COLUMN content SET STORAGE EXTERNAL",
            migrations.RunSQL.noop,
        ),
    ]
