"""Making the archive ready: for anyone who runs it, and with samples and an account on one's own machine."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

LOCAL_ACCOUNT = "staff"
SETUP_LOCK = 2_026_317

Say = Callable[[str], object]


def prepare(say: Say) -> None:
    """Brings tables, divisions, topics and the search index up to date; safe to repeat, and at once."""
    with one_at_a_time():
        say("建表 tables …")
        call_command("migrate", interactive=False, verbosity=0)
        say("地区与主题 divisions and topics …")
        call_command("load_divisions")
        call_command("load_topics")
        say("检索索引 search index …")
        call_command("reindex", if_needed=True)


def nightly(say: Say) -> None:
    """What keeps an archive in shape: recent replies move from text into the index, ended sessions are forgotten."""
    say("检索索引 search index …")
    call_command("reindex", if_needed=True)
    say("过期会话 ended sessions …")
    call_command("clearsessions")


def prepare_local(say: Say) -> None:
    """The same, and then an account to look behind the scenes with, and the sample replies, published."""
    prepare(say)
    with one_at_a_time():
        words = local_account_words()
        say("样例答复 sample replies …")
        call_command("load_samples", by=LOCAL_ACCOUNT)
        say(words)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A second setup waits for the first and then finds everything done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SETUP_LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [SETUP_LOCK])


def local_account_words() -> str:
    """What to sign in with; the password is kept in a file that only its owner can read."""
    kept = settings.ARCHIVE_VAR / "staff-password"
    user = User.objects.filter(username=LOCAL_ACCOUNT).first() or make_local_account(kept)
    password = kept.read_text() if kept.exists() else ""
    if not user.check_password(password):
        return f"工作人员账号 staff account: {LOCAL_ACCOUNT}（密码已由您改过 with the password you gave it）"
    return f"工作人员账号 staff account: {LOCAL_ACCOUNT}  密码 password: {password}"


def make_local_account(kept: Path) -> User:
    password = secrets.token_urlsafe(12)
    kept.touch(mode=0o600)
    kept.write_text(password)
    return User.objects.create_superuser(LOCAL_ACCOUNT, password=password)
