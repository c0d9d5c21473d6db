"""The original is kept byte for byte, and never twice."""

import hashlib

import pytest

from replies.ingest.errors import DuplicateDocument
from replies.ingest.receive import receive_document, remember_refusal
from replies.models import RefusedFile, SourceDocument
from replies.text.file_formats import UnreadableFile

LETTER = "关于市政协八届五次会议第171号提案的答复\n\n您好。\n".encode("gb18030")


def test_the_bytes_and_their_sha256_are_kept(clerk_user):
    source = receive_document(LETTER, "答复.txt", clerk_user, received_from="市政协")
    kept = SourceDocument.objects.get(pk=source.pk)
    assert bytes(kept.content) == LETTER
    assert kept.sha256 == hashlib.sha256(LETTER).hexdigest()
    assert kept.size == len(LETTER)
    assert "第171号" in kept.text
    assert kept.received_by == clerk_user
    assert kept.received_from == "市政协"


def test_the_same_bytes_are_refused_under_any_name_and_lead_to_what_is_there(db):
    first = receive_document(LETTER, "答复.txt", None)
    with pytest.raises(DuplicateDocument) as refusal:
        receive_document(LETTER, "另一个名字.txt", None)
    assert refusal.value.existing == first
    assert SourceDocument.objects.count() == 1


def test_an_unreadable_file_is_kept_out_and_remembered_once(clerk_user):
    for _ in range(2):
        with pytest.raises(UnreadableFile) as refusal:
            receive_document(b"", "空.txt", clerk_user)
        remember_refusal(b"", "空.txt", refusal.value, clerk_user)
    assert not SourceDocument.objects.exists()
    refused = RefusedFile.objects.get()
    assert (refused.name, refused.code, refused.received_by) == ("空.txt", "empty", clerk_user)
    assert refused.message


def test_a_file_that_can_be_read_after_all_is_no_longer_among_the_refused(db):
    digest = hashlib.sha256(LETTER).hexdigest()
    RefusedFile.objects.create(sha256=digest, name="答复.txt", size=1, code="encoding", message="…")
    receive_document(LETTER, "答复.txt", None)
    assert not RefusedFile.objects.exists()
