"""Letters that differ in numbers, classes, dates and how a letter ends."""

from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
    Letter(
        "a number with a letter, the answer as 回复",
        "对市十届人大三次会议B028号建议的回复\n汪洋代表：\n您提出的《关于修建公园的建议》收悉，现回复如下：\n"
        + BODY
        + "池州市林业局\n2019-08-05\n",
        {
            "proposal_number": "B028",
            "reply_date": "2019-08-05",
            "place": "池州市",
            "reply_title": "对市十届人大三次会议B028号建议的回复",
        },
    ),
    Letter(
        "dates in the text and a meeting's date are not the reply's",
        "关于市政协九届一次会议第82号提案的答复\n叶青委员：\n您提出的《关于提升旅游服务的提案》收悉，现答复如下：\n"
        "2021年3月12日，我局召开专题会议研究部署。\n2021年5月1日，新馆建成开放。\n"
        + BODY
        + "黄山市文化和旅游局\n",
        {"reply_date": None, "agency": "黄山市文化和旅游局"},
    ),
    Letter(
        "a reply that stands again: 再次答复",
        "关于区十八届人大一次会议第40号建议的再次答复\n侯勇代表：\n您提出的《关于安装电梯的建议》收悉，现再次答复如下：\n"
        + BODY
        + "长沙市天心区住房和城乡建设局\n2022年12月9日\n",
        {"reply_title": "关于区十八届人大一次会议第40号建议的再次答复", "place": "天心区"},
    ),
    Letter(
        "a letter in the number of the document is not a class",
        "宁发改建B〔2017〕062号\n关于市十五届人大一次会议第062号建议的答复\n田野代表：\n您提出的《关于发展公共交通的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市发展和改革委员会\n2017年6月29日\n",
        {"result_class": None, "doc_number": "宁发改建B〔2017〕062号", "proposal_number": "062"},
    ),
    Letter(
        "a number with the year before it",
        "关于县政协十三届二次会议第2023-015号提案的答复\n邹强委员：\n您提出的《关于培养乡村人才的提案》收悉，现答复如下：\n"
        + BODY
        + "桃源县人力资源和社会保障局\n2023年6月9日\n",
        {"proposal_number": "2023-015", "doc_number": None},
    ),
    Letter(
        "two offices sign",
        "关于市六届人大二次会议第19号建议的答复\n秦川代表：\n您提出的《关于公立医院改革的建议》收悉，现答复如下：\n"
        + BODY
        + "                 攀枝花市卫生健康委员会\n\n                   2019年7月19日    \n\n （联系人：  肖  楠；电  话：0812-3330000 ；手 机：13900000002）\n",
        {
            "agency": "攀枝花市卫生健康委员会",
            "contact_name": ["肖楠"],
            "contact_phone": ["0812-3330000", "13900000002"],
        },
    ),
    Letter(
        "the class as 办理结果：C类 at the foot",
        "关于区十五届人大一次会议第91号建议的答复\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n办理结果：C类\n",
        {"result_class": "C"},
    ),
    Letter(
        "the noun before the number, a long chain of offices",
        "关于县政协十一届二次会议提案第15号的答复\n罗平委员：\n您提出的《关于推广节水灌溉的提案》收悉，现答复如下：\n"
        + BODY
        + "威宁彝族回族苗族自治县农业农村局\n2020年6月5日\n",
        {"proposal_number": "15", "place": "威宁彝族回族苗族自治县", "level": "county"},
    ),
    Letter(
        "a yearly number without an assembly",
        "关于人大代表建议（2021年第15号）办理情况的回复\n罗平代表：\n您提出的《关于推广节水灌溉的建议》收悉，现回复如下：\n"
        + BODY
        + "敦煌市水务局\n2021年6月5日\n",
        {"proposal_number": "15", "kind": "npc", "place": "敦煌市", "level": "county", "doc_number": None},
    ),
    Letter(
        "a class at the right margin of the number's line",
        "关于市六届人大三次会议第208号建议的答复\n市教建〔2023〕31号                                            （B类）\n\n罗平代表：\n"
        "您提出的《关于解决午餐供应问题的建议》收悉，现答复如下：\n" + BODY + "桂林市教育局\n2023年9月15日\n",
        {"result_class": "B", "doc_number": "市教建〔2023〕31号"},
    ),
    Letter(
        "a form with all classes and one tick",
        "办理结果：A类□ B类☑ C类□\n关于县政协八届二次会议第44号提案的答复\n卢山委员：\n您提出的《关于建校的提案》收悉，现答复如下：\n"
        + BODY
        + "承办单位（盖章）：岑巩县教育局\n2015年6月1日\n抄送：县政协提案委、\n县政府督查室。\n",
        {"result_class": "B", "agency": "岑巩县教育局", "cc": ["县政协提案委", "县政府督查室"]},
    ),
    Letter(
        "a form with all classes and no tick",
        "办理结果：A类□ B类□ C类□\n关于县政协八届二次会议第45号提案的答复——某某县人民政府\n卢山委员：\n您提出的《关于建校的提案》收悉，现答复如下：\n"
        + BODY
        + "岑巩县教育局\n2015年6月1日\n",
        {
            "result_class": None,
            "problem:result_class": [],
            "reply_title": "关于县政协八届二次会议第45号提案的答复",
        },
    ),
    Letter(
        "a number in quotes that is no title, and a title whose noun is left out",
        "赵国庆代表：\n您在市十五届人大一次会议期间提出的“317号”建议《关于加强城市防洪设施建设》已收悉，现答复如下：\n"
        + BODY
        + "岳阳市水利局\n2022年7月12日\n",
        {"proposal_number": "317", "proposal_title": "关于加强城市防洪设施建设", "place": "岳阳市"},
    ),
    Letter(
        "the proposal's title inside the reply's, without any quotes",
        "关于加强乡村医生队伍建设的建议的答复\n（县十八届人大二次会议第37号建议）\n杨秀英代表：\n你提出的建议收悉，现答复如下：\n"
        + BODY
        + "天柱县卫生健康局\n2023年5月22日\n",
        {"proposal_title": "关于加强乡村医生队伍建设的建议", "proposal_number": "37", "place": "天柱县"},
    ),
    Letter(
        "the proposal's title quoted in the reply's alone",
        "三明市水利局关于市第十四届人大二次会议《关于加强饮水工程管护的建议》（第1053号）的答复\n林志强代表：\n"
        "您提出的建议收悉，现答复如下：\n" + BODY + "三明市水利局\n2023年6月19日\n",
        {"proposal_title": "关于加强饮水工程管护的建议", "proposal_number": "1053", "term": 14, "session": 2},
    ),
    Letter(
        "a class with its degree glued to the number",
        "对临湘市政协十届二次会议第48号提案的答复\n临城管字〔2023〕7号C2类　　同意公开\n霍建委员：\n您提出的《关于安装路灯的提案》收悉，现复如下：\n"
        + BODY
        + "临湘市城市管理和综合执法局\n2023年7月12日\n",
        {"result_class": "C", "doc_number": "临城管字〔2023〕7号"},
    ),
    Letter(
        "a number alone in brackets behind the proposal's title",
        "对省十四届人大一次会议《关于做好供暖的建议》(1411353)的答复\n程利代表：\n您提出的《关于做好供暖的建议》收悉，现答复如下：\n"
        + BODY
        + "辽宁省住房和城乡建设厅\n2023年11月2日\n",
        {"proposal_number": "1411353", "proposal_title": "关于做好供暖的建议", "place": "辽宁省"},
    ),
    Letter(
        "a number with a letter inside",
        "宁津县教育和体育局对县政协十一届二次会议第202302B46号提案的答复\n陈绪委员：\n您提出的关于建设健身公园的提案收悉，现答复如下：\n"
        + BODY
        + "宁津县教育和体育局\n2023年6月5日\n",
        {"proposal_number": "202302B46", "proposal_title": "关于建设健身公园的提案"},
    ),
    Letter(
        "a quoted title and what kind of proposal it is",
        "对区第十七届人大第五次会议第D-013号代表建议、批评和意见的答复\n王舜代表：\n您提出的D-013号“关于在老旧社区建设充电桩”的代表建议收悉，现答复如下：\n"
        + BODY
        + "杨浦区消防救援支队\n2024年8月6日\n",
        {
            "proposal_number": "D-013",
            "proposal_title": "关于在老旧社区建设充电桩",
            "agency": "杨浦区消防救援支队",
        },
    ),
    Letter(
        "a session without its 会议",
        "关于对市政协八届一次委员第094号提案的答复\n罗惠代表：\n您提出的《关于规范养犬的提案》，我们已收悉，现答复如下：\n"
        + BODY
        + "盘锦市公安局\n2018年6月30日\n",
        {"term": 8, "session": 1, "proposal_number": "094", "kind": "cppcc"},
    ),
    Letter(
        "each delegation counts its own proposals",
        "关于省十四届人大二次会议甬17号建议的答复\n侯勇代表：\n您提出的《关于疏浚航道的建议》（甬17号）收悉，现答复如下：\n"
        + BODY
        + "浙江省交通运输厅\n2024年6月3日\n",
        {"proposal_number": "甬17", "term": 14, "session": 2},
    ),
    Letter(
        "a word before the number is no part of it",
        "关于县十六届人大二次会议期间17号建议、23号建议的答复\n侯勇代表：\n您提出的建议收悉，现答复如下：\n"
        + BODY
        + "桃源县交通运输局\n2024年6月3日\n",
        {"proposal_number": "17"},
    ),
    Letter(
        "the class behind 标注, with a figure of its own",
        "〔办理结果标注（B2）〕\n〔是否同意公开（是）〕\n侯勇代表：\n您提出的《关于安装路灯的建议》收悉，现答复如下：\n"
        + BODY
        + "本溪市住房和城乡建设局\n2023年6月8日\n",
        {"result_class": "B"},
    ),
    Letter(
        "the class with its letter alone in brackets",
        "（A）类\n巴南交通发〔2020〕189号\n关于区十八届人大四次会议第40号建议的复函\n侯勇代表：\n您提出的《关于开行公交车的建议》收悉，现答复如下：\n"
        + BODY
        + "重庆市巴南区交通局\n2020年12月3日\n",
        {"result_class": "A"},
    ),
)
