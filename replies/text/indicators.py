"""A short list of what figures are of, so that cities can be compared.

Each says how a total of it is written; `replies.text.comparable` says when a figure is one.
"""

from __future__ import annotations

from replies.text.indicator import FLOW, LINK, NEVER, NORM, PART, SHARE, STOCK, Indicator, quantity, things

HOMES = r"养老(?:服务)?机构"

# In order of precedence: the narrower before the wider.
INDICATORS: tuple[Indicator, ...] = (
    things(
        "nursing-beds", "护理型床位数", "Nursing-care beds", "beds", r"护理型(?:养老)?床位|护理床位", NEVER
    ),
    things(
        "home-beds", "家庭养老床位数", "Family care beds", "beds", r"家庭(?:养老|照护)(?:照护)?床位", NEVER
    ),
    quantity(
        "nursing-bed-share",
        "护理型床位占比",
        "Share of nursing-care beds",
        "share",
        SHARE,
        ahead=rf"护理型床位[^，。；]{{0,10}}(?:占|比例|比重|率)[^，。；]{{0,10}}?{LINK}",
    ),
    things(
        "beds",
        "养老床位数",
        "Care beds",
        "beds",
        r"(?:养老|机构)(?:服务)?(?:机构)?床位",
        rf"{PART}|家庭|日间|每",
    ),
    quantity(
        "public-built-private-run",
        "公建民营机构数",
        "Publicly built, privately run facilities",
        "count",
        STOCK,
        ahead=rf"公建民营(?:的)?(?:养老(?:服务)?)?机构{LINK}|{HOMES}(?:实现|实行)?公建民营的?{LINK}",
        behind=rf"^(?:余|多)?(?:公办)?(?:{HOMES}|敬老院)(?:、.*)?(?:已|均|全部)*(?:实现|实行|推行|完成)?了?公建民营(?:改革|运营|工作)*$"
        rf"|^(?:余|多)?公建民营(?:的)?{HOMES}",
        without=r"社区|居家",
    ),
    quantity(
        "integrated-rate",
        "医养结合覆盖率",
        "Medical and care integration rate",
        "share",
        SHARE,
        ahead=rf"医养结合(?:覆盖)?率{LINK}|{HOMES}(?:实现|开展)?医养结合[^。；]{{0,6}}，达到?了?$",
        without=r"社区|居家|签约",
        within=r"率",
    ),
    quantity(
        "integrated",
        "医养结合机构数",
        "Facilities with medical care",
        "count",
        STOCK,
        ahead=rf"医养结合(?:型)?(?:养老|服务)*机构{LINK}",
        behind=rf"^(?:余|多)?{HOMES}(?:、.*)?(?:已|均|全部)*(?:实现|开展)了?医养结合(?:工作|服务)*$"
        rf"|^(?:余|多)?医养结合(?:型)?(?:养老|服务)*机构",
        without=r"示范|试点|签约",
    ),
    quantity(
        "socially-run-rate",
        "社会化运营率",
        "Share run by private operators",
        "share",
        SHARE,
        ahead=rf"(?:社会化运营率|公建民营率){LINK}",
        without=r"社区|居家",
    ),
    things(
        "day-care-centres", "日间照料中心数", "Day-care centres", "count", r"日间照料(?:服务)?(?:中心|站|室)"
    ),
    things(
        "home-care-centres",
        "居家养老服务中心数",
        "Home-care service centres",
        "count",
        r"居家养老(?:服务)?(?:照料)?(?:中心|站)",
    ),
    things(
        "town-centres",
        "乡镇（街道）养老服务中心数",
        "Township and subdistrict care centres",
        "count",
        r"(?:乡镇|街道|镇街|镇（街道?）|乡镇（街道）)级?(?:综合|区域)?(?:性)?养老服务中心",
        rf"{PART}|综合体",
    ),
    things(
        "rural-happy-homes",
        "农村幸福院数",
        "Rural mutual-aid homes",
        "count",
        r"(?:农村)?(?:互助)?幸福院|农村(?:养老)?互助院",
        r"示范|星级|[A级]级|试点",
    ),
    things(
        "canteens",
        "老年食堂数",
        "Meal points",
        "count",
        r"(?:老年|长者|敬老|社区|幸福)(?:人)?(?:社区)?食堂|(?:老年)?助餐(?:服务)?(?:点|机构)|长者饭堂",
    ),
    things(
        "private-homes",
        "民办养老机构数",
        "Private care homes",
        "count",
        rf"民办(?:的)?(?:{HOMES})?",
        r"示范|公建|护理型|公办民办",
        within=r"养老",
    ),
    things("care-homes", "养老机构数", "Care homes", "count", HOMES, rf"{PART}|公建|床位"),
    things(
        "certified-carers",
        "持证护理员数",
        "Certified carers",
        "people",
        r"持证(?:上岗)?(?:的)?(?:养老)?护理(?:员|人员)",
        r"培训|级",
    ),
    quantity(
        "carers-trained",
        "一年培训护理人员数",
        "Carers trained in a year",
        "people",
        FLOW,
        ahead=rf"培训(?:养老)?护理(?:员|人员){LINK}",
        behind=r"^(?:余|多)?(?:养老)?护理(?:员|人员)",
        without=r"持证|家庭",
        within=r"培训",
    ),
    things(
        "carers",
        "养老护理员数",
        "Carers",
        "people",
        r"养老护理(?:员|人员)",
        rf"{PART}|持证|持有|证书|培训|级|拥有|取得",
    ),
    quantity(
        "over-60",
        "60岁以上人口",
        "People aged 60 and over",
        "people",
        STOCK,
        ahead=rf"60周?岁(?:及|含)?以上(?:的)?(?:户籍|常住)?(?:老年人口|老年人|老人|人口){LINK}|(?<!以上)(?<!参保)(?<!贫困)老年人口{LINK}",
        without=r"入网|平台|补贴|享受|惠及|服务|体检|参保|签约|失能|独居|空巢|农村|低保|困难|人均",
    ),
    quantity(
        "over-60-share",
        "60岁以上人口占比",
        "Share aged 60 and over",
        "share",
        SHARE,
        ahead=r"占(?:到)?(?:全市|全县|全区|我市|我县|我区)?(?:户籍|常住|总)?(?:总)?人口(?:总数)?(?:的)?(?:比例|比重)?"
        rf"(?:的)?{LINK}|老龄化(?:率|程度|系数){LINK}",
        without=r"失能|独居|空巢|农村|入网",
        within=r"60周?岁|老年人口|老龄化",
    ),
    quantity(
        "on-platform",
        "平台入网人数",
        "People on the platform",
        "people",
        STOCK,
        ahead=rf"(?:入网|平台(?:注册|登记))(?:的)?(?:老年人|老人|用户|会员){LINK}",
        behind=r"^(?:余|多)?(?:名)?(?:入网|平台注册)(?:老年人|老人|用户)",
    ),
    quantity(
        "served",
        "平台服务人次",
        "Services given through the platform",
        "uses",
        STOCK,
        ahead=rf"平台[^，。；]{{0,16}}服务{LINK}",
    ),
    quantity(
        "allowance-recipients",
        "享受养老服务补贴人数",
        "People receiving care allowances",
        "people",
        STOCK,
        ahead=rf"(?:享受|领取)(?:了)?养老服务补贴(?:的)?(?:老年人|老人|对象)?{LINK}",
    ),
    quantity(
        "insured",
        "长期护理保险参保人数",
        "People insured for long-term care",
        "people",
        STOCK,
        ahead=rf"参保(?:人数|人员|群众|职工)?{LINK}",
        within=r"长护险|长期护理保险",
    ),
    quantity(
        "home-adaptations",
        "适老化改造户数",
        "Homes adapted",
        "households",
        STOCK,
        ahead=rf"适老化改造(?:的)?(?:家庭|老年人家庭)?{LINK}",
        behind=r"^(?:余|多)?[^，。；]{0,14}适老化改造$",
        within=r"累计|截至|截止",
    ),
    quantity(
        "area-per-hundred-homes",
        "每百户配建用房面积",
        "Care space per hundred homes",
        "area",
        NORM,
        ahead=r"每百户[^，。；]{0,24}$",
    ),
    quantity(
        "public-spending",
        "一年财政投入养老资金",
        "Public spending on care in a year",
        "money",
        FLOW,
        ahead=rf"(?:资金|经费|预算|投入)(?:预算|总额)?{LINK}",
        without=r"其中|每[人床张户月]|社会资本|总投资|项目|一次性|最高|福彩|民间|省财政|省级|中央|上级|托育|残疾|儿童|低保",
        within=r"(?:财政|全[市县区]|本级)[^。；]*养老|养老[^。；]*(?:财政|全[市县区]|本级)|^[^，。；]{0,6}20[0-9]{2}年共?安排养老",
    ),
    quantity(
        "investment",
        "养老投资额",
        "Investment in care",
        "money",
        FLOW,
        ahead=rf"全[市县区][^，。；]{{0,12}}养老[^，。；]{{0,8}}投资{LINK}",
        without=r"项目|补助|补贴",
    ),
)

BY_SLUG = {indicator.slug: indicator for indicator in INDICATORS}
