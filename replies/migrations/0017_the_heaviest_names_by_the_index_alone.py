"""Which of the names that begin alike are the commonest, the index tells without the rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0016_index_rows_hold_the_whole_archive")]

    operations = [
        migrations.RemoveIndex(model_name="searchname", name="name_by_key"),
        migrations.AddIndex(
            model_name="searchname",
            index=models.Index(fields=["key", "-weight", "id"], name="name_by_key"),
        ),
    ]
