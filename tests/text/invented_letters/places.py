"""Letters that differ in whose assembly and whose office it is."""

from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
    Letter(
        "the national congress, answered by a ministry",
        "民政部对“关于完善农村互助养老的建议”的答复\n（十三届全国人大四次会议第2654号（社会管理类111号））\n\n周洁代表：\n"
        "您提出的《关于完善农村互助养老的建议》收悉，经商财政部、国家卫生健康委，现答复如下：\n"
        + BODY
        + "民政部\n2021年8月30日\n",
        {
            "kind": "npc",
            "level": "national",
            "term": 13,
            "session": 4,
            "proposal_number": "2654",
            "proposal_title": "关于完善农村互助养老的建议",
            "proposers": ["周洁"],
            "co_agencies": ["财政部", "国家卫生健康委"],
            "agency": "民政部",
            "reply_date": "2021-08-30",
        },
    ),
    Letter(
        "the national conference, 全国 behind the term",
        "关于政协十三届全国委员会第四次会议第0312号（医疗体育类026号）提案答复的函\n沈向东委员：\n"
        "您提出的《关于促进医养结合发展的提案》收悉，经商民政部，现答复如下：\n"
        + BODY
        + "国家卫生健康委\n2021年9月3日\n",
        {
            "kind": "cppcc",
            "level": "national",
            "term": 13,
            "session": 4,
            "proposal_number": "0312",
            "co_agencies": ["民政部"],
            "agency": "国家卫生健康委",
        },
    ),
    Letter(
        "a provincial office, 省 alone, 主动公开 in brackets, a label for the class",
        "类别：Ｂ\n粤民函〔2022〕315号\n\n广东省民政厅关于省十三届人大五次会议第1088号代表建议答复的函\n\n何斌等代表：\n"
        "你们提出的关于加强农村敬老院管理的建议收悉。经综合省财政厅意见，现答复如下：\n"
        + BODY
        + "广东省民政厅\n2022年5月6日\n（此件主动公开）\n（联系人及电话：郭平，020-85950000）\n",
        {
            "doc_number": "粤民函〔2022〕315号",
            "kind": "npc",
            "level": "province",
            "term": 13,
            "session": 5,
            "proposal_number": "1088",
            "proposal_title": "关于加强农村敬老院管理的建议",
            "proposers": ["何斌"],
            "agency": "广东省民政厅",
            "place": "广东省",
            "result_class": "B",
            "contact_name": ["郭平"],
            "contact_phone": ["020-85950000"],
            "disclosure": "此件主动公开",
        },
    ),
    Letter(
        "an autonomous county in its short form, 州 as the assembly",
        "关于州第十五届人大三次会议第45号建议的答复\n岩温代表：\n您提出的关于解决山区学校取暖问题的建议收悉，现答复如下：\n"
        + BODY
        + "红河州教育体育局\n2020年6月9日\n联系电话：0873-3730000\n",
        {
            "kind": "npc",
            "term": 15,
            "session": 3,
            "proposal_number": "45",
            "agency": "红河州教育体育局",
            "place": "红河州",
            "level": "city",
            "contact_name": [],
            "contact_phone": ["0873-3730000"],
        },
    ),
    Letter(
        "a county-level city: 市 is a county in rank",
        "对市政协十届三次会议第89号提案的答复\n冯小军委员：\n您提出的《关于推进助餐服务的提案》收悉，现答复如下：\n"
        + BODY
        + "诸暨市民政局\n2022年4月30日\n",
        {
            "kind": "cppcc",
            "agency": "诸暨市民政局",
            "place": "诸暨市",
            "level": "county",
            "term": 10,
            "session": 3,
            "proposal_number": "89",
        },
    ),
    Letter(
        "a district office answers the city's congress",
        "对市十七届人大二次会议第331号建议的答复\n方芳代表：\n您提出的《关于增设社区食堂的建议》收悉，现答复如下：\n"
        + BODY
        + "杭州市上城区人民政府\n2023年6月1日\n",
        {"agency": "杭州市上城区人民政府", "place": "杭州市", "level": "city", "kind": "npc"},
    ),
    Letter(
        "a banner in Inner Mongolia",
        "关于旗政协第十五届委员会第二次会议第18号提案的答复\n巴特尔委员：\n您提出的《关于改善牧区饮水条件的提案》收悉，现答复如下：\n"
        + BODY
        + "乌审旗水利局\n2018年8月2日\n",
        {
            "kind": "cppcc",
            "place": "乌审旗",
            "level": "county",
            "term": 15,
            "session": 2,
            "proposers": ["巴特尔"],
            "agency": "乌审旗水利局",
        },
    ),
    Letter(
        "an old county, now a district; the date with the letter O",
        "关于县第十四届人大四次会议第92号建议的答复\n沈国良代表：\n您提出的关于改造县道的建议收悉，现答复如下：\n"
        + BODY
        + "绍兴县交通局\n二OO九年六月三日\n",
        {"place": "绍兴县", "level": "county", "agency": "绍兴县交通局", "reply_date": "2009-06-03"},
    ),
    Letter(
        "the same district settled by an area code",
        "关于区十六届人大二次会议第8号建议的答复\n陈立代表：\n您提出的关于增设路灯的建议收悉，现答复如下：\n"
        + BODY
        + "朝阳区城市管理局\n2018年6月3日\n联系电话：0431-85100000\n",
        {"place": "朝阳区", "place_code": "220104"},
    ),
    Letter(
        "a letter between sessions",
        "关于市人大代表闭会期间第3号建议的答复\n杨帆代表：\n您提出的《关于打通断头路的建议》收悉，现答复如下：\n"
        + BODY
        + "咸宁市住房和城乡建设局\n2022年11月2日\n",
        {
            "kind": "npc",
            "term": None,
            "session": None,
            "proposal_number": "3",
            "place": "咸宁市",
            "level": "city",
        },
    ),
    Letter(
        "the office only as 我局, the place only in a cited plan",
        "关于市十二届人大一次会议第19号建议的答复\n韩雪代表：\n您提出的《关于修建步道的建议》收悉，现答复如下：\n"
        "按照《滁州市城市绿道专项规划》，我局已建成步道30公里。\n下一步，我局将继续推进。\n2019年5月5日\n",
        {"agency": None, "place": "滁州市", "problem:agency": []},
    ),
    Letter(
        "the office only as 我局, and no place at all",
        "关于县十二届人大一次会议第19号建议的答复\n韩雪代表：\n您提出的《关于修建步道的建议》收悉，现答复如下：\n我局已建成步道30公里。\n下一步，我局将继续推进。\n2019年5月5日\n",
        {"agency": None, "place": None, "level": "county", "problem:place": []},
    ),
    Letter(
        "session before the assembly's word: 十届四次政协会议",
        "关于县十届四次政协会议第37号提案的答复\n董洁委员：\n您提出的《关于发展民宿的提案》收悉。现答复如下：\n"
        + BODY
        + "仙居县文化和广电旅游体育局\n2020年7月7日\n",
        {"kind": "cppcc", "term": 10, "session": 4, "place": "仙居县"},
    ),
    Letter(
        "a street office answers",
        "关于区人大十九届三次会议第11号建议的答复\n尹航代表：\n您提出的《关于整治背街小巷的建议》收悉，现答复如下：\n"
        + BODY
        + "苏州市姑苏区人民政府平江街道办事处\n2019年6月30日\n",
        {"agency": "苏州市姑苏区人民政府平江街道办事处", "place": "姑苏区", "term": 19, "session": 3},
    ),
    Letter(
        "a provincial-level region",
        "关于自治区十三届人大三次会议第226号建议的答复\n韦莉代表：\n您提出的《关于发展壮族刺绣的建议》收悉，现答复如下：\n"
        + BODY
        + "广西壮族自治区文化和旅游厅\n2020年8月4日\n",
        {"level": "province", "place": "广西壮族自治区", "agency": "广西壮族自治区文化和旅游厅", "term": 13},
    ),
    Letter(
        "a municipality's own congress",
        "关于市十五届人大三次会议第0233号代表建议的答复\n童欣代表：\n您提出的《关于规范外卖包装的建议》收悉，现答复如下：\n"
        + BODY
        + "上海市商务委员会\n2020年5月4日\n",
        {"level": "province", "place": "上海市", "proposal_number": "0233"},
    ),
    Letter(
        "the congress written out in full with the place inside",
        "关于对宁武县第十七届人民代表大会第三次会议第0017号代表建议的答复\n高原代表：\n您在宁武县第十七届人民代表大会第三次会议上提出的“关于修建蓄水池的建议”收悉，现答复如下：\n"
        + BODY
        + "宁武县水利局\n2023年8月20日\n",
        {
            "assembly": "宁武县第十七届人民代表大会第三次会议",
            "proposal_number": "0017",
            "place": "宁武县",
            "kind": "npc",
        },
    ),
    Letter(
        "a state farm's city under its region",
        "关于市五届人大二次会议第61号建议的答复\n高原代表：\n您提出的《关于增加公园的建议》收悉，现答复如下：\n"
        + BODY
        + "石河子市住房和城乡建设局\n2022年8月20日\n",
        {"place": "石河子市", "level": "county"},
    ),
    Letter(
        "the term before the place, a class with a digit",
        "A1\n关于十二届市政协三次会议第116号提案的答复\n卢山委员：\n您提出的《关于建校的提案》收悉，现答复如下：\n"
        + BODY
        + "本溪市教育局\n2015年6月1日\n",
        {"term": 12, "session": 3, "kind": "cppcc", "place": "本溪市", "result_class": "A"},
    ),
    Letter(
        "a region governed as a prefecture",
        "大兴安岭地区行署民政局关于地区政协工委第8号提案的答复\n李军委员：\n您提出的关于完善停车设施的提案（第8号）收悉。现答复如下：\n"
        + BODY
        + "大兴安岭地区行政公署民政局\n2022年7月20日\n",
        {
            "level": "city",
            "place": "大兴安岭地区",
            "kind": "cppcc",
            "proposal_number": "8",
            "proposal_title": "关于完善停车设施的提案",
        },
    ),
    Letter(
        "a place named between the signs of a page's path",
        "您的位置：首页>>政务公开>>沧县水利局>>建议提案办理\n关于县十八届人大二次会议第37号建议的答复\n杨秀英代表：\n"
        "您提出的《关于加强饮水安全的建议》收悉，现答复如下：\n" + BODY + "县水利局\n2023年5月22日\n",
        {"place": "沧县", "level": "county", "agency": "县水利局"},
    ),
    Letter(
        "links to several counties settle nothing",
        "关于县十八届人大二次会议第37号建议的答复\n杨秀英代表：\n您提出的《关于加强饮水安全的建议》收悉，现答复如下：\n"
        + BODY.replace("我市", "我县")
        + "县水利局\n2023年5月22日\n友情链接： 沧县人民政府 青县人民政府 献县人民政府\n",
        {"place": None, "level": "county"},
    ),
    Letter(
        "a prefecture's branch in a county answers the county's assembly",
        "关于县十八届人大二次会议第37号建议的答复\n杨秀英代表：\n您提出的《关于治理河道污染的建议》收悉，现答复如下：\n"
        + BODY
        + "黔东南州生态环境局天柱分局\n2023年5月22日\n",
        {"place": "天柱县", "level": "county", "agency": "黔东南州生态环境局天柱分局"},
    ),
    Letter(
        "a new area that bears a city's name answers the province's assembly",
        "关于省十四届人大二次会议第0231号建议的答复\n陈芳代表：\n您提出的关于支持兰州新区发展绿色化工的建议收悉，现答复如下：\n"
        + BODY
        + "兰州新区管理委员会\n2024年6月6日\n",
        {"place": "甘肃省", "level": "province", "proposal_title": "关于支持兰州新区发展绿色化工的建议"},
    ),
)
