"""What a draft would change in a proposal that other replies answer too waits on its own link."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("replies", "0013_bands_are_found_as_soon_as_written")]

    operations = [
        migrations.AddField(
            model_name="replyproposal",
            name="stated",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
