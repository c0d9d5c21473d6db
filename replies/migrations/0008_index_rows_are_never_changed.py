from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """One content for each row, and the texts of what is in no row yet.  The index is made anew by `reindex`."""

    dependencies = [("replies", "0007_the_search_index")]

    operations = [
        migrations.RunSQL(
            "TRUNCATE replies_indexrow, replies_indexentry, replies_indexbuild", migrations.RunSQL.noop
        ),
        migrations.RemoveField(model_name="indexrow", name="docs"),
        migrations.RemoveField(model_name="indexrow", name="places"),
        migrations.AddField(
            model_name="indexrow",
            name="content",
            field=models.BinaryField(default=b""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="indexentry",
            name="texts",
            field=ArrayField(base_field=models.TextField(), null=True, size=None),
        ),
        # Bitmaps are dense already: trying to compress them costs time and gains nothing.
        migrations.RunSQL(
            "ALTER TABLE replies_indexrow ALTER COLUMN content SET STORAGE EXTERNAL", migrations.RunSQL.noop
        ),
    ]
