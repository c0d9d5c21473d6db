"""Letters whose lines ran together, whose signs were lost, or whose parts stand where few look."""

from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
    Letter(
        "a whole letter in one line without a blank",
        "关于对市十五届人大二次会议第66号建议的答复赵立平、韩秋代表：您提出的《关于开通城乡公交的建议》收悉。现答复如下：近年来，我局高度重视此项工作，"
        "已建成站点12个。下一步，将继续加大投入。感谢您对我们工作的关心和支持。联系人：丁一鸣联系电话：0355-2012345长治市交通运输局2022年6月15日抄送：市人大代工委",
        {
            "reply_title": "关于对市十五届人大二次会议第66号建议的答复",
            "proposers": ["赵立平", "韩秋"],
            "agency": "长治市交通运输局",
            "place": "长治市",
            "reply_date": "2022-06-15",
            "contact_name": ["丁一鸣"],
            "contact_phone": ["0355-2012345"],
            "cc": ["市人大代工委"],
        },
    ),
    Letter(
        "office and date behind the last sentence",
        "关于县政协九届三次会议第8号提案的答复\n丁香委员：\n您提出的《关于修缮文庙的提案》收悉，现答复如下：\n"
        "近年来，我局高度重视文物保护工作，已修缮古建筑12处，取得了一定成效。感谢您的关心和支持！平遥县文物局2022年9月9日\n",
        {"agency": "平遥县文物局", "reply_date": "2022-09-09", "place": "平遥县"},
    ),
    Letter(
        "contact, office and date on one short line",
        "关于县政协九届三次会议第9号提案的答复\n丁香委员：\n您提出的《关于修缮文庙的提案》收悉，现答复如下：\n"
        + BODY
        + "联系人姓名及电话：孙小满 15900001111 平遥县文物局 2022年9月9日\n",
        {"agency": "平遥县文物局", "reply_date": "2022-09-09", "contact_name": ["孙小满"]},
    ),
    Letter(
        "a date with Greek letters and the mark of a footnote",
        "关于市五届人大一次会议第94号建议的答复\n杨光代表：\n您提出的《关于增加路灯的建议》收悉，现答复如下：\n"
        + BODY
        + "赤水市住房和城乡建设局\n二ΟΟ七年五月二十四日[1]\n",
        {"reply_date": "2007-05-24", "agency": "赤水市住房和城乡建设局"},
    ),
    Letter(
        "a date that lost its last sign",
        "关于县十六届人大三次会议第16号建议的答复\n杨光代表：\n您提出的《关于增加路灯的建议》收悉，现答复如下：\n"
        + BODY
        + "魏县城市管理局\n2019年6月13\n",
        {"reply_date": "2019-06-13", "agency": "魏县城市管理局"},
    ),
    Letter(
        "a summary of a ministry's reply, the office in a line above",
        "农业农村部\n对十三届全国人大四次会议第0456号建议的答复摘要\n农办议〔2021〕78号\n陶立新代表：\n"
        "您提出的关于加快丘陵山区农机化发展的建议收悉。经商国家发展改革委、工业和信息化部，现答复如下。\n"
        + BODY
        + "农业农村部\n2021年7月9日\n",
        {
            "reply_title": "对十三届全国人大四次会议第0456号建议的答复摘要",
            "co_agencies": ["国家发展改革委", "工业和信息化部"],
            "level": "national",
            "place": None,
            "doc_number": "农办议〔2021〕78号",
        },
    ),
    Letter(
        "a reply's title with the proposal's behind it",
        "区政协八届二次会议第77号提案的答复函《关于做强冬季旅游的建议》\n齐光委员：\n您好！您的提案收悉，现将办理情况答复如下：\n"
        + BODY
        + "南票区文化旅游和广播电视局\n2019年6月15日\n",
        {
            "reply_title": "区政协八届二次会议第77号提案的答复函《关于做强冬季旅游的建议》",
            "proposal_title": "关于做强冬季旅游的建议",
            "proposal_number": "77",
        },
    ),
    Letter(
        "those who handled it named under the letter, then whom to call",
        "关于开通校车的建议办理答复\n陈兰委员：\n政协第十三届金川县委员会第三次会议期间您提出的《关于开通校车的建议》收悉，现答复如下：\n"
        + BODY
        + "主办单位：县教育局\n会办单位：县交通运输局\n联系人：邓云\n",
        {"co_agencies": ["县交通运输局"], "contact_name": ["邓云"], "place": "金川县"},
    ),
    Letter(
        "a page and its letter in one line, number and title glued to each other",
        "类别:B 浮交函〔2021〕14号 签发人:姜涛 对浮梁县第十八届人大六次会议第17号建议的复函侯怀代表:您提出的关于拓宽麻庄村道路的建议收悉,现答复如下:"
        "近年来,我局高度重视此项工作,已拓宽道路12公里。感谢您的关心和支持!浮梁县交通运输局2021年9月2日联系人:陈西 联系电话:6822773",
        {
            "reply_title": "对浮梁县第十八届人大六次会议第17号建议的复函",
            "doc_number": "浮交函〔2021〕14号",
            "proposers": ["侯怀"],
            "agency": "浮梁县交通运输局",
            "reply_date": "2021-09-02",
            "contact_name": ["陈西"],
            "result_class": "B",
        },
    ),
    Letter(
        "all lines of a page in one, parted by blanks",
        "2023年11月5日 星期天 砚山县财政局对政协砚山县第十届委员会第三次会议第305号提案的答复 发布时间:2024-07-04 08:27 来源:砚山县财政局 阅读次数:42 "
        "马华、马辉、市侨联委员 你们在政协砚山县第十届委员会第三次会议上提出的《关于拨付工作经费的提案》,已转交我局办理。现答复如下: "
        "近年来,我局高度重视此项工作,已拨付经费12万元。 感谢你们的关心和支持。 砚山县财政局 2024年5月6日",
        {
            "reply_title": "砚山县财政局对政协砚山县第十届委员会第三次会议第305号提案的答复",
            "proposers": ["马华", "马辉", "市侨联"],
            "agency": "砚山县财政局",
            "reply_date": "2024-05-06",
            "publish_date": "2024-07-04",
        },
    ),
    Letter(
        "a co-handler's letter in one line, parted by blanks",
        "关于市政协九届二次会议第0231号提案的会办意见 市文化广电旅游局: 刘芳委员提出的《关于打造古城夜游线路的提案》收悉,经研究,我局会办意见如下: "
        "近年来,我局高度重视此项工作,已安装路灯120盏。 永州市城市管理和综合执法局 2023年5月6日 (联系人:欧阳春雨,电话:0746-8351234)",
        {
            "reply_title": "关于市政协九届二次会议第0231号提案的会办意见",
            "proposers": ["刘芳"],
            "co_agencies": ["市文化广电旅游局"],
            "agency": "永州市城市管理和综合执法局",
            "contact_name": ["欧阳春雨"],
        },
    ),
    Letter(
        "padded as a printer pads: 代 表, 委 员",
        "对市政协五届一次会议第73号提案的答复\n尊 敬 的 夏  青、高 振明 委 员：\n您们提出的《关于发展社区食堂的提案》收悉，现答复如下：\n"
        + BODY
        + "宣城市民政局\n2021年7月8日\n",
        {"proposers": ["夏青", "高振明"], "kind": "cppcc"},
    ),
    Letter(
        "an opening that takes nothing up",
        "于靖代表您好：\n关于在万达门口增设红绿灯的建议，交警大队高度重视，已与规划大队研究商讨，并上报市局。\n"
        "经咨询专家，增添红绿灯只会让该路段更拥堵，故暂不增设，最终由支队增派警力对该路段早晚高峰期间进行重点管控。\n",
        {
            "proposers": ["于靖"],
            "proposal_title": "关于在万达门口增设红绿灯的建议",
            "kind": "npc",
            "agency": None,
        },
    ),
    Letter(
        "a library's page in one line, the letter behind 正文",
        "某市商务局关于提案的答复函文章属性•【制定机关】衢州市商务局•【公布日期】2022.05.12•【字号】衢商函〔2022〕21号•【时效性】现行有效•【主题分类】机关工作正文衢州市商务局"
        "关于市政协五届五次会议第0779号提案办理情况的答复函王频委员：您提出的《关于建设农产品市场的建议》收悉。现答复如下：我局高度重视此项工作，已建成市场12个。下一步，将继续加大投入。",
        {
            "reply_title": "衢州市商务局关于市政协五届五次会议第0779号提案办理情况的答复函",
            "agency": "衢州市商务局",
            "doc_number": "衢商函〔2022〕21号",
            "proposers": ["王频"],
        },
    ),
    Letter(
        "a site speaks to its visitors under the letter",
        "关于区第十届政协第三次会议第55号提案的答复函\n毕野委员：\n您提出的《关于疏导校门口交通的提案》收悉，现答复如下：\n"
        + BODY
        + "办复类别：B\n联系人：许浩\n联系电话：0554-4973110\n潘集区公安局\n2024年10月18日\n"
        "为进一步了解掌握社会公众对政策执行效果的反馈与评价，请您对该政策的制定及执行提出宝贵的意见或建议。我们将及时收集并分析。\n• 姓  名：\n",
        {"result_class": "B", "agency": "潘集区公安局", "contact_name": ["许浩"], "reply_date": "2024-10-18"},
    ),
)
