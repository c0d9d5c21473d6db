"""Words that report: what was made, given or finished, and what shows that it was."""

from __future__ import annotations

import re

# A number or a paper to show for it.
SHOWN = re.compile(
    r"[0-9一二三四五六七八九十](?:余|多)?[万亿]?(?:元|个|家|所|张|人|名|处|座|条|台|辆|公里|平方米|亩|次|户|项|件)|《|%"
)
MADE = (
    "建[成立设]|新建|改建|制定|编制|完成|投入|投用|启动|开展|开放|实现|成立|安排|下达|纳入|列入|增设|新设|新增|安装|改造|开通|出台|印发|实施|整改"
    "|联系|协调|组织|审批|申报|培训|发放|增加|延长|修[复建缮]|拓宽|硬化|解决|清理|拆除|配[备置齐]|购置|拨付"
)
MADE_OR_PAID = f"{MADE}|到位"  # 资金已到位


def _each(words: str, then: str) -> str:
    """A branch for each of the words, so that a search leaps from one first sign to the next."""
    return "|".join(word + then for word in words.split("|"))


# 增加了支出: it cost more, and nothing was achieved.
COST_MORE = r"(?<!增加了)|(?<=增加了)(?![^，,。；;]{0,8}(?:支出|成本|负担|压力|难度|风险|隐患))"
SUM_GIVEN = r"[^，,。；;0-9]{0,16}(?:资金|经费)[^，,。；;0-9]{0,8}[0-9.]+[余多]?[万亿]?元"
ACHIEVED = re.compile(
    rf"已(?:经)?[^，,。；;]{{0,24}}(?:{MADE_OR_PAID})|{_each(MADE, f'了(?:{COST_MORE})')}|"
    + _each("安排|下达|拨付|争取", f"(?<![需应].{{2}})(?<![需应]要.{{2}}){SUM_GIVEN}")
    + "|"
    + _each("先后|相继|累计|共(?<![公一]共)", rf"[^，,。；;]{{0,12}}(?:{MADE_OR_PAID})")
    + "|"
    + _each("截[至止]|目前|20[0-9]{2}年", rf"[^。；;]{{0,40}}(?:{MADE_OR_PAID})[^，,。；;]{{0,20}}[0-9]")
)
# 现已竣工, 均已整改: whoever it was, that can be gone and seen.
SEEN = re.compile(
    r"已(?:经|基本)?(?:于[^，,。；;]{2,16})?(?:全部|全面|正式|顺利|投入)?(?:[开动完]工|竣工|通车|使用|投用|运行|建成|完成|整改|拆除|修复|更换|开通|纳入|列入|安装)(?![^，,。；;]{0,20}的)"
)
# The office itself says so.
OURSELVES = re.compile(r"(?:我[们市县区局省厅委院处镇乡]|[局厅委]|政府|公司|中心|街道)[^，,。；;]{0,16}已")
