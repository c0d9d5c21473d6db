"""Notes on a shelf stay private unless the reader ticks that the share link shows them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0004_terms_that_came_with_the_program")]

    operations = [
        migrations.AddField(
            model_name="shelf",
            name="shares_notes",
            field=models.BooleanField(default=False, verbose_name="分享时附备注"),
        ),
    ]
