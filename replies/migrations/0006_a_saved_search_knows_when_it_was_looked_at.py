"""What came after the last look is new to the reader."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0005_a_shelf_may_share_its_notes")]

    operations = [
        migrations.AddField(
            model_name="savedsearch",
            name="looked_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="上次查看"),
        ),
    ]
