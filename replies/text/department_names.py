"""What people call departments for short: 卫健委 for 卫生健康委员会."""

from __future__ import annotations

import re
from itertools import product

SHORT = {
    "地方金融监督管理": ("金融监管", "金融"),
    "住房保障和房产管理": ("房管", "住房保障"),
    "城市管理综合行政执法": ("城管执法", "综合执法", "城管"),
    "城市管理和综合执法": ("城管执法", "综合执法", "城管"),
    "人力资源和社会保障": ("人社",),
    "人力资源社会保障": ("人社",),
    "文化广电旅游体育": ("文广旅体", "文旅体", "文旅"),
    "文化广电和旅游": ("文广旅", "文旅"),
    "文化和广电旅游": ("文广旅", "文旅"),
    "文化广电旅游": ("文广旅", "文旅"),
    "文化体育和旅游": ("文体旅",),
    "文化和旅游": ("文旅",),
    "文化旅游": ("文旅",),
    "国有资产监督管理": ("国资",),
    "卫生和计划生育": ("卫计",),
    "卫生计生": ("卫计",),
    "卫生健康": ("卫健",),
    "住房和城乡建设": ("住建",),
    "住房城乡建设": ("住建",),
    "发展和改革": ("发改",),
    "发展改革": ("发改",),
    "自然资源和规划": ("自然资源", "资规", "自规"),
    "规划和自然资源": ("规自", "规资", "自然资源"),
    "市场监督管理": ("市场监管", "市监"),
    "工业和信息化": ("工信",),
    "经济和信息化": ("经信",),
    "科学技术和工业信息化": ("科工信",),
    "科学技术": ("科技",),
    "民族宗教事务": ("民宗", "民族宗教"),
    "民族和宗教事务": ("民宗", "民族宗教"),
    "退役军人事务": ("退役军人",),
    "综合行政执法": ("综合执法", "执法"),
    "粮食和物资储备": ("粮食和储备", "粮储"),
    "行政审批服务": ("行政审批", "审批"),
    "政务服务管理": ("政务服务",),
    "机关事务管理": ("机关事务",),
    "教育和体育": ("教体",),
    "教育体育": ("教体",),
    "医疗保障": ("医保",),
    "农业农村": ("农业",),
    "交通运输": ("交通",),
    "应急管理": ("应急",),
    "城市管理": ("城管",),
    "林业和草原": ("林草", "林业"),
    "园林绿化": ("园林",),
    "环境保护": ("环保",),
    "广播电视": ("广电",),
    "人民防空": ("人防",),
    "投资促进": ("投促",),
    "大数据发展管理": ("大数据",),
    "大数据管理": ("大数据",),
    "残疾人联合会": ("残联",),
    "妇女联合会": ("妇联",),
    "工商业联合会": ("工商联",),
    "科学技术协会": ("科协",),
    "供销合作社联合社": ("供销社", "供销联社"),
    "住房公积金": ("公积金",),
    "统一战线工作": ("统战",),
    "纪律检查委员会": ("纪委",),
    "机构编制委员会办公室": ("编办",),
    "人民政府": ("政府",),
}
"""Parts of departments' names as they are said for short, the most usual form first."""

_KNOWN = re.compile("|".join(sorted(SHORT, key=len, reverse=True)))
_KNOWN = re.compile(f"({'|'.join(sorted(SHORT, key=len, reverse=True))})")
_ENDINGS = {"委员会": "委", "办公室": "办"}


def said_shortly(name: str) -> tuple[str, ...]:
    """Every usual short form of a department's name; none where it has none."""
    parts = [SHORT.get(part, (part,)) for part in _KNOWN.split(name)]
    forms = [name, *("".join(said) for said in product(*parts))]
    for ending, short in _ENDINGS.items():
        forms = [form.removesuffix(ending) + short if form.endswith(ending) else form for form in forms]
    return tuple(form for form in dict.fromkeys(forms) if form != name)
