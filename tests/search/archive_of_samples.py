"""A small archive for search tests: the five sample letters and a few short ones, under invented heads."""

from __future__ import annotations

from datetime import date

from replies.models import Reply
from replies.search.entry_text import text_of
from replies.search.searched import searched
from tests.makers import make_agency, make_city, make_proposal, make_reply
from tests.samples import sample_text

PLACES = ("puyang", "hualong", "hangzhou", "wenzhou", "lucheng-district")


def make_archive() -> list[Reply]:
    """Seven published replies and a draft."""
    replies = [_sample(number, slug) for number, slug in enumerate(PLACES)]
    replies.append(
        make_reply(
            title="关于農村養老服務的答覆",
            letter="我縣推進農村幸福院建設，\n　　護理床位增加。聯繫人：＊＊＊，電話：＊＊＊＊＊＊＊＊＊＊＊。",
            city=make_city("puyang-county"),
            reply_date=date(2021, 3, 4),
            topics=(),
        )
    )
    replies.append(
        make_reply(
            title="关于加装电梯的答复",
            letter="老旧小区\n加装电梯，每部补贴10万元。"
            + "既有住宅加装电梯工作稳步推进，" * 900
            + "末尾提到养老驿站。",
            city=make_city("hangzhou"),
            reply_date=date(2020, 1, 2),
            outcome=Reply.Outcome.RESOLVED,
            topics=("other",),
        )
    )
    make_reply(title="未发布的养老答复", letter="草稿里的独角兽", status=Reply.Status.DRAFT)
    return replies


def _sample(number: int, slug: str) -> Reply:
    city = make_city(slug)
    return make_reply(
        title=f"对市十八届人大一次会议第{number}38号建议的答复",
        letter=sample_text(number),
        city=city,
        agency=make_agency(f"{city.name}民政局", city),
        proposals=[make_proposal(city, proposers=[f"许均{number}"], number=f"0{number}38")],
        reply_date=date(2018 + number, 6, 29),
        measures=[{"heading": f"人工补记的措施{number}", "phase": "planned"}] if number % 2 else [],
        topics=("smart-elderly-care", "medical-care-integration")[: number % 3],
    )


def folded_texts() -> dict[int, str]:
    """What a plain scan reads: each published reply's whole folded text."""
    replies = searched(Reply.objects.values_list("pk", flat=True))
    return {reply.pk: text_of(reply).whole for reply in replies}
