"""A single letter begins tens of thousands of names; the commonest of them are found without reading the others."""

from django.db import migrations, models
from django.db.models.functions import Left


class Migration(migrations.Migration):
    dependencies = [("replies", "0014_a_draft_keeps_what_it_would_change")]

    operations = [
        migrations.AddIndex(
            model_name="searchname",
            index=models.Index(Left("key", 1), models.F("weight").desc(), "id", name="name_by_first_one"),
        ),
        migrations.AddIndex(
            model_name="searchname",
            index=models.Index(Left("key", 2), models.F("weight").desc(), "id", name="name_by_first_two"),
        ),
    ]
