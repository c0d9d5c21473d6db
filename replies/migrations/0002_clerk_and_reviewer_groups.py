"""The two roles: 录入员 enters and edits drafts; 审核员 also publishes, withdraws and keeps the topics."""

from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ENTERS = [
    "view_reply", "add_reply", "change_reply",
    "view_sourcedocument", "add_sourcedocument",
    "view_proposal", "view_measure", "view_figure", "view_city", "view_topic", "view_topicterm",
    "view_agency", "add_agency", "change_agency",
    "view_representative", "add_representative", "change_representative",
]  # fmt: skip
REVIEWS = [
    *ENTERS,
    "publish_reply",
    "change_topic",
    "add_topic",
    "add_topicterm",
    "change_topicterm",
    "delete_topicterm",
]
ROLES = {"录入员": ENTERS, "审核员": REVIEWS}


def make_permissions(apps: Apps, alias: str) -> None:
    """Permissions are made after all migrations; the groups need them now."""
    config = apps.get_app_config("replies")
    config.models_module = True
    create_permissions(config, verbosity=0, using=alias, apps=apps)
    config.models_module = None


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    alias = schema_editor.connection.alias
    make_permissions(apps, alias)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ours = Permission.objects.using(alias).filter(content_type__app_label="replies")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(alias).get_or_create(name=name)
        group.permissions.add(*ours.filter(codename__in=codenames))


def remove_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    Group = apps.get_model("auth", "Group")
    Group.objects.using(schema_editor.connection.alias).filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("replies", "0001_the_nouns"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
