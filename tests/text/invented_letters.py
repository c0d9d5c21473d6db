"""Letters as offices write them, with what a careful clerk would enter; all people and numbers are invented.

Each shows one or two of the ways in which such letters differ.  Fields that are not named are not checked.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Letter(NamedTuple):
    shows: str
    text: str
    fields: dict[str, Any]


BODY = "近年来，我市高度重视此项工作，已建成服务站点12个。下一步，我局将继续加大投入，逐步扩大覆盖面。\n感谢您对我们工作的关心和支持。\n"

LETTERS = (
    Letter(
        "a class alone on the first line, a number behind it, a title over three lines, a Chinese date",
        "Ａ类\n\n绍市民〔2019〕88号\n\n绍兴市民政局关于市八届人大\n三次会议第１０６号建议\n的答复\n\n许文君代表：\n"
        "　　您在市八届人大三次会议上提出的《关于加快养老服务人才队伍建设的建议》（第106号）收悉，现答复如下：\n"
        + BODY
        + "绍兴市民政局\n二〇一九年七月八日\n（联 系 人：赵 明　联系电话：0575-85200000）\n抄送：市人大常委会代表与选举任免工委，市政府办公室。\n",
        {
            "reply_title": "绍兴市民政局关于市八届人大三次会议第１０６号建议的答复",
            "doc_number": "绍市民〔2019〕88号",
            "kind": "npc",
            "level": "city",
            "term": 8,
            "session": 3,
            "proposal_number": "106",
            "proposal_title": "关于加快养老服务人才队伍建设的建议",
            "proposers": ["许文君"],
            "agency": "绍兴市民政局",
            "place": "绍兴市",
            "reply_date": "2019-07-08",
            "result_class": "A",
            "contact_name": ["赵明"],
            "contact_phone": ["0575-85200000"],
            "cc": ["市人大常委会代表与选举任免工委", "市政府办公室"],
        },
    ),
    Letter(
        "zeros written ○, a term written 第十四届, two contacts after the signature",
        "对市政协第十四届委员会第二次会议第0488号提案的答复\n民进苏州市委会：\n"
        "贵委提出的《关于打造15分钟养老服务圈的建议》提案收悉。经会同市卫生健康委、市医保局研究，现答复如下：\n"
        + BODY
        + "苏州市民政局\n二○二三年六月十二日\n联系人：钱一鸣、孙立 电话：65210000、65210001\n",
        {
            "reply_title": "对市政协第十四届委员会第二次会议第0488号提案的答复",
            "kind": "cppcc",
            "term": 14,
            "session": 2,
            "proposal_number": "0488",
            "proposal_title": "关于打造15分钟养老服务圈的建议",
            "proposers": ["民进苏州市委会"],
            "agency": "苏州市民政局",
            "place": "苏州市",
            "level": "city",
            "co_agencies": ["市卫生健康委", "市医保局"],
            "reply_date": "2023-06-12",
            "contact_name": ["钱一鸣", "孙立"],
            "contact_phone": ["65210000", "65210001"],
        },
    ),
    Letter(
        "a district under a municipality, the CPPCC's full name, the class in the title",
        "上海市静安区民政局关于中国人民政治协商会议上海市静安区第二届委员会第三次会议第057号提案的答复（B类）\n\n陆岚委员：\n"
        "您提出的关于“推进老旧小区适老化改造”的提案收悉，现将办理情况答复如下：\n"
        + BODY
        + "上海市静安区民政局\n2023年5月20日\n",
        {
            "kind": "cppcc",
            "term": 2,
            "session": 3,
            "proposal_number": "057",
            "proposal_title": "推进老旧小区适老化改造",
            "proposers": ["陆岚"],
            "agency": "上海市静安区民政局",
            "place": "静安区",
            "level": "county",
            "result_class": "B",
            "reply_date": "2023-05-20",
        },
    ),
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
        "no title; the addressee first; the number in the opening; the date before the office",
        "尊敬的林海、郑志强代表：\n你们好！你们在县十七届人大一次会议上提出的《关于修缮村级活动室的建议》（第7号建议）已收悉，现答复如下：\n"
        + BODY
        + "2022年3月15日\n永嘉县文化和广电旅游体育局\n",
        {
            "reply_title": None,
            "kind": "npc",
            "term": 17,
            "session": 1,
            "proposal_number": "7",
            "proposers": ["林海", "郑志强"],
            "agency": "永嘉县文化和广电旅游体育局",
            "place": "永嘉县",
            "level": "county",
            "reply_date": "2022-03-15",
        },
    ),
    Letter(
        "five joint proposers and a count, a lost colon",
        "关于市十五届人大二次会议第十二组第201号建议的复函\n张建、李敏、王涛等5位代表\n"
        "　　你们联名提出的《关于规范停车管理的建议》收悉，现复函如下：\n"
        + BODY
        + "襄阳市城市管理执法委员会\n2018年7月11日\n",
        {
            "proposers": ["张建", "李敏", "王涛"],
            "agency": "襄阳市城市管理执法委员会",
            "place": "襄阳市",
            "proposal_number": "201",
            "term": 15,
            "session": 2,
        },
    ),
    Letter(
        "names padded and parted by blanks",
        "对区八届人大三次会议第33号建议的答复\n陈  静  欧阳晓明  郑  爽代表：\n你们提出的《关于增加公共厕所的建议》收悉，现答复如下：\n"
        + BODY
        + "南京市鼓楼区城市管理局\n2019年9月30日\n",
        {
            "proposers": ["陈静", "欧阳晓明", "郑爽"],
            "place": "鼓楼区",
            "place_code": "320106",
            "agency": "南京市鼓楼区城市管理局",
        },
    ),
    Letter(
        "a masked name keeps what is printed",
        "对区政协五届二次会议第66号提案的答复\n许**委员：\n您提出的《关于完善无障碍设施的提案》收悉，现答复如下：\n"
        + BODY
        + "厦门市思明区建设局\n2021年5月18日\n",
        {"proposers": ["许**"], "place": "思明区", "agency": "厦门市思明区建设局"},
    ),
    Letter(
        "a wholly masked name is no name",
        "对区政协五届二次会议第67号提案的答复\nＸＸＸ委员：\n您提出的《关于完善无障碍设施的提案》收悉，现答复如下：\n"
        + BODY
        + "厦门市思明区建设局\n2021年5月18日\n",
        {"proposers": []},
    ),
    Letter(
        "a co-handler writes to the lead",
        "关于市政协十届四次会议第77号提案的会办意见\n市教育局：\n吴倩委员提出的《关于推进校园食品安全的提案》收悉，经研究，现将会办意见函复如下：\n"
        + BODY
        + "嘉兴市市场监督管理局\n2020年5月9日\n",
        {
            "reply_title": "关于市政协十届四次会议第77号提案的会办意见",
            "proposers": ["吴倩"],
            "co_agencies": ["市教育局"],
            "agency": "嘉兴市市场监督管理局",
            "place": "嘉兴市",
            "kind": "cppcc",
        },
    ),
    Letter(
        "a group of the conference as proposer",
        "对政协宜昌市第六届委员会第三次会议第112号集体提案的答复\n农业和农村界别小组：\n贵组提出的《关于发展柑橘产业的提案》收悉，现答复如下：\n"
        + BODY
        + "宜昌市农业农村局\n2024年7月1日\n",
        {
            "proposers": ["农业和农村界别小组"],
            "kind": "cppcc",
            "place": "宜昌市",
            "term": 6,
            "session": 3,
            "proposal_number": "112",
        },
    ),
    Letter(
        "a trade federation as proposer, with the opening on its line",
        "关于市政协十三届一次会议第9号提案的答复\n市工商联：你会提出的《关于优化营商环境的提案》收悉。现答复如下：\n"
        + BODY
        + "连云港市发展和改革委员会\n2017年6月6日\n",
        {
            "proposers": ["市工商联"],
            "place": "连云港市",
            "agency": "连云港市发展和改革委员会",
            "co_agencies": [],
        },
    ),
    Letter(
        "a web page with a table of bars on both sides",
        "| 索引号 | 11371300/2022-0001 | 发布机构 | 临沂市水利局 |\n| 成文日期 | 2022-06-13 | 公开日期 | 2022-06-20 |\n| 发文字号 | 临水函〔2022〕21号 | 有效性 | 有效 |\n"
        "关于市二十届人大一次会议第58号建议的答复\n发布日期：2022-06-20 09:10 浏览次数：33 字号：[大 中 小]\n朱海燕代表：\n"
        "您提出的《关于治理城区内涝的建议》收悉。现答复如下：\n" + BODY,
        {
            "doc_number": "临水函〔2022〕21号",
            "agency": "临沂市水利局",
            "reply_date": "2022-06-13",
            "publish_date": "2022-06-20",
            "place": "临沂市",
            "term": 20,
            "session": 1,
        },
    ),
    Letter(
        "an index block with every label and value on a line of its own",
        "索 引 号：\n000014348/2020-00088\n主题分类：\n教育\n发文机关：\n盐城市教育局\n成文日期：\n2020年6月28日\n标　　题：\n对市八届人大四次会议第41号建议的答复\n"
        "发文字号：\n\n发布日期：\n2020年7月3日\n\n对市八届人大四次会议第41号建议的答复\n高松代表：\n您提出的《关于规范校外培训的建议》收悉，现答复如下：\n"
        + BODY,
        {
            "agency": "盐城市教育局",
            "reply_date": "2020-06-28",
            "publish_date": "2020-07-03",
            "doc_number": None,
            "place": "盐城市",
        },
    ),
    Letter(
        "the number with round brackets and a blank, the office above the title",
        "九江市住房和城乡建设局\n九住建函(2021) 第56号\n关于市政协十五届六次会议第140号提案的答复\n黎明委员：\n您提出的《关于加强物业管理的建议》收悉。现答复如下：\n"
        + BODY
        + "2021年8月16日\n",
        {
            "doc_number": "九住建函(2021)第56号",
            "agency": "九江市住房和城乡建设局",
            "place": "九江市",
            "reply_date": "2021-08-16",
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
        "a district whose name two cities share, and nothing to tell them apart",
        "关于区十六届人大二次会议第8号建议的答复\n陈立代表：\n您提出的关于增设路灯的建议收悉，现答复如下：\n"
        + BODY
        + "朝阳区城市管理委员会\n2018年6月3日\n",
        {
            "place": "朝阳区",
            "level": "county",
            "place_code": None,
            "problem:place": ["北京市朝阳区", "长春市朝阳区"],
        },
    ),
    Letter(
        "the same district settled by an area code",
        "关于区十六届人大二次会议第8号建议的答复\n陈立代表：\n您提出的关于增设路灯的建议收悉，现答复如下：\n"
        + BODY
        + "朝阳区城市管理局\n2018年6月3日\n联系电话：0431-85100000\n",
        {"place": "朝阳区", "place_code": "220104"},
    ),
    Letter(
        "several proposals answered at once",
        "关于市十六届人大三次会议第12、15号建议的答复\n罗勇、许兰代表：\n你们提出的《关于新建养老院的建议》（第12号）、《关于扶持民办养老机构的建议》（第15号）收悉，一并答复如下：\n"
        + BODY
        + "株洲市民政局\n2019年6月20日\n",
        {
            "proposal_number": ["12", "15"],
            "proposal_title": ["关于新建养老院的建议", "关于扶持民办养老机构的建议"],
            "place": "株洲市",
        },
    ),
    Letter(
        "an unquoted title with a rule inside it",
        "关于县政协九届三次会议第21号提案的答复\n孙梅委员：\n您提出的关于贯彻落实《养老服务条例》的建议收悉，现答复如下：\n"
        + BODY
        + "桐庐县民政局\n2020年9月1日\n",
        {"proposal_title": "关于贯彻落实《养老服务条例》的建议"},
    ),
    Letter(
        "an unquoted title with a quoted word inside it",
        "关于县政协九届三次会议第22号提案的答复\n孙梅委员：\n您提出的关于推进“明厨亮灶”工程的提案收悉，现答复如下：\n"
        + BODY
        + "桐庐县市场监督管理局\n2020年9月1日\n",
        {"proposal_title": "关于推进“明厨亮灶”工程的提案"},
    ),
    Letter(
        "straight quotes around the title, and 议案",
        '关于镇第十八届人大三次会议第5号议案的答复\n金鹏代表：\n您提出的"关于修建村道的议案"已收悉，现答复如下：\n'
        + BODY
        + "2021年6月1日\n",
        {
            "proposal_title": "关于修建村道的议案",
            "kind": "npc",
            "term": 18,
            "session": 3,
            "proposal_number": "5",
            "level": None,
            "place": None,
        },
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
        "the office and its date on one line, the contact in brackets before it",
        "关于区政协一届五次会议第15号提案的答复\n谢天委员：\n您提出的《关于保护古树的提案》收悉，现答复如下：\n"
        + BODY
        + "（联系人：袁方；联系电话：13900000001）\n赣州市南康区林业局 2021年9月7日\n",
        {
            "agency": "赣州市南康区林业局",
            "reply_date": "2021-09-07",
            "contact_name": ["袁方"],
            "contact_phone": ["13900000001"],
            "place": "南康区",
        },
    ),
    Letter(
        "labels 承办单位, 承办人 and 联系方式 on lines of their own",
        "关于区政协四届二次会议第30号提案的答复\n马骏委员：\n您提出的《关于建设口袋公园的提案》收悉，现答复如下：\n"
        + BODY
        + "西安市莲湖区城市管理和综合执法局\n2018年7月30日\n承办单位：莲湖区城管局\n承 办 人：周 涛\n联系方式：029-88610000\n",
        {
            "agency": "西安市莲湖区城市管理和综合执法局",
            "contact_name": ["周涛"],
            "contact_phone": ["029-88610000"],
            "place": "莲湖区",
        },
    ),
    Letter(
        "a hotline in the text is not the contact, and a standard is not a class",
        "关于市政协九届一次会议第81号提案的答复\n叶青委员：\n您提出的《关于提升旅游服务的提案》收悉，现答复如下：\n"
        "我市现有AAAA级景区3家，开通旅游服务热线0559-2500000，全年受理咨询2000余次。下一步，我局将继续提升服务水平。\n"
        + "黄山市文化和旅游局\n2022年6月2日\n",
        {"contact_phone": [], "contact_name": [], "result_class": None, "place": "黄山市"},
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
        "a footer with the site's own telephone and address",
        "关于县十八届人大二次会议第4号建议的答复\n石磊代表：\n您提出的《关于加固河堤的建议》收悉，现答复如下：\n"
        + BODY
        + "平江县水利局\n2023年5月17日\n主办单位：平江县人民政府办公室 承办：县数据局\n联系电话：0730-6000000 网站标识码：4306260001\n湘ICP备05000000号\n",
        {"contact_phone": [], "agency": "平江县水利局", "reply_date": "2023-05-17"},
    ),
    Letter(
        "a visitor's clock and a share line above the title",
        "今天是：2024年1月5日 星期五\n首页 > 政务公开 > 建议提案\n关于县政协十届二次会议第61号提案的答复\n来源：凤阳县民政局 作者： 发布时间：2023-07-04 16:00\n【字体：大 中 小】 打印 分享到\n"
        "梁栋委员：\n您提出的《关于完善殡葬设施的提案》收悉，现答复如下：\n" + BODY + "2023年6月28日\n",
        {
            "reply_title": "关于县政协十届二次会议第61号提案的答复",
            "reply_date": "2023-06-28",
            "publish_date": "2023-07-04",
            "agency": "凤阳县民政局",
            "place": "凤阳县",
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
        "an attachment and the copies with counts over two lines",
        "玉政函〔2018〕44号\n玉溪市人民政府关于市五届人大一次会议第2号议案的答复\n普云代表：\n您领衔提出的《关于保护抚仙湖的议案》收悉，现答复如下：\n"
        + BODY
        + "附件：办理情况征询意见表\n玉溪市人民政府\n2018年6月25日\n抄送：市人大常委会选联工委（2份），市政府督查室（1份），\n市生态环境局，存档。\n",
        {
            "doc_number": "玉政函〔2018〕44号",
            "agency": "玉溪市人民政府",
            "proposal_number": "2",
            "cc": ["市人大常委会选联工委", "市政府督查室", "市生态环境局", "存档"],
        },
    ),
    Letter(
        "the conference's name behind the place, 次 with a digit, all in digits",
        "关于泰州市政协6届2次会议第188号提案的答复\n吕明委员：\n您提出的《关于普及急救知识的提案》收悉。现答复如下：\n"
        + BODY
        + "泰州市卫生健康委员会\n2023.06.19\n",
        {"term": 6, "session": 2, "place": "泰州市", "reply_date": "2023-06-19", "kind": "cppcc"},
    ),
    Letter(
        "session before the assembly's word: 十届四次政协会议",
        "关于县十届四次政协会议第37号提案的答复\n董洁委员：\n您提出的《关于发展民宿的提案》收悉。现答复如下：\n"
        + BODY
        + "仙居县文化和广电旅游体育局\n2020年7月7日\n",
        {"kind": "cppcc", "term": 10, "session": 4, "place": "仙居县"},
    ),
    Letter(
        "a reply that stands again: 再次答复",
        "关于区十八届人大一次会议第40号建议的再次答复\n侯勇代表：\n您提出的《关于安装电梯的建议》收悉，现再次答复如下：\n"
        + BODY
        + "长沙市天心区住房和城乡建设局\n2022年12月9日\n",
        {"reply_title": "关于区十八届人大一次会议第40号建议的再次答复", "place": "天心区"},
    ),
    Letter(
        "a street office answers",
        "关于区人大十九届三次会议第11号建议的答复\n尹航代表：\n您提出的《关于整治背街小巷的建议》收悉，现答复如下：\n"
        + BODY
        + "苏州市姑苏区人民政府平江街道办事处\n2019年6月30日\n",
        {"agency": "苏州市姑苏区人民政府平江街道办事处", "place": "姑苏区", "term": 19, "session": 3},
    ),
    Letter(
        "the signer and the class on the line of the number",
        "〔B〕 签发人：康健\n阜民〔2020〕17号\n阜阳市民政局对市五届人大四次会议第70号建议的答复\n白露代表：\n您提出的《关于关爱留守老人的建议》收悉，现答复如下：\n"
        + BODY
        + "阜阳市民政局\n2020年7月20日\n",
        {"signer": "康健", "doc_number": "阜民〔2020〕17号", "place": "阜阳市"},
    ),
    Letter(
        "a letter in the number of the document is not a class",
        "宁发改建B〔2017〕062号\n关于市十五届人大一次会议第062号建议的答复\n田野代表：\n您提出的《关于发展公共交通的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市发展和改革委员会\n2017年6月29日\n",
        {"result_class": None, "doc_number": "宁发改建B〔2017〕062号", "proposal_number": "062"},
    ),
    Letter(
        "a town's congress of the party is neither congress nor conference",
        "关于镇第十三次党代会二次会议第6号提案的答复\n石岩代表：\n您提出的《关于村道亮化的提案》收悉，现答复如下：\n"
        + BODY
        + "2023年4月6日\n",
        {"kind": None, "term": 13, "session": 2, "problem:kind": ["other"]},
    ),
    Letter(
        "a tax office of the state names its county inside",
        "关于县政协十五届一次会议第29号提案的答复\n邹强委员：\n您提出的《关于减轻小微企业负担的提案》收悉，现答复如下：\n"
        + BODY
        + "国家税务总局洪江市税务局\n2022年6月9日\n",
        {"agency": "国家税务总局洪江市税务局", "kind": "cppcc"},
    ),
    Letter(
        "a party office",
        "关于县政协十三届二次会议第14号提案的答复\n邹强委员：\n您提出的《关于培养乡村人才的提案》收悉，现答复如下：\n"
        + BODY
        + "中共桃源县委组织部\n2023年6月9日\n",
        {"agency": "中共桃源县委组织部", "place": "桃源县", "level": "county"},
    ),
    Letter(
        "a number with the year before it",
        "关于县政协十三届二次会议第2023-015号提案的答复\n邹强委员：\n您提出的《关于培养乡村人才的提案》收悉，现答复如下：\n"
        + BODY
        + "桃源县人力资源和社会保障局\n2023年6月9日\n",
        {"proposal_number": "2023-015", "doc_number": None},
    ),
    Letter(
        "the number only behind the title in the opening, 收阅",
        "关于政协提案的答复\n关键委员：\n您在区政协十一届三次会议上提出的《关于治理噪声的提案》（提案编号：11030056）收阅，现就有关问题答复如下：\n"
        + BODY
        + "重庆市渝中区生态环境局\n2024年5月11日\n",
        {"proposal_number": "11030056", "term": 11, "session": 3, "place": "渝中区", "kind": "cppcc"},
    ),
    Letter(
        "the proposal quoted without 关于, taken up as 已转交我局办理",
        "关于县十七届人大二次会议第31号建议的答复\n童欣代表：\n您提出的“解决村庄饮水难问题”的建议已转交我局办理，现答复如下：\n"
        + BODY
        + "通江县水利局\n2022年8月9日\n",
        {"proposal_title": "解决村庄饮水难问题", "place": "通江县"},
    ),
    Letter(
        "a group of deputies, a lost colon and a greeting",
        "关于市一届人大三次会议第25号议案的答复\n第三代表团：\n你们好！你团提出的《关于修建过街天桥的议案》收悉，现答复如下：\n"
        + BODY
        + "巴中市住房和城乡建设局\n2002年8月9日\n",
        {"proposers": ["第三代表团"], "kind": "npc", "term": 1, "session": 3, "proposal_number": "25"},
    ),
    Letter(
        "members with their office in brackets and 先生",
        "关于市政协十一届二次会议第301号提案的答复\n尊敬的罗文（市侨联）、李想委员：\n你们提出的《关于引进侨资的提案》收悉，现答复如下：\n"
        + BODY
        + "江门市商务局\n2018年5月22日\n",
        {"place": "江门市", "kind": "cppcc", "proposal_number": "301"},
    ),
    Letter(
        "helpers named as 会办单位 in the opening",
        "关于市政协十一届二次会议第302号提案的答复\n李想委员：\n您提出的《关于完善水上救援的提案》收悉。该提案由我局主办，市公安局、市水务局会办，现答复如下：\n"
        + BODY
        + "江门市应急管理局\n2018年5月22日\n",
        {"co_agencies": ["市公安局", "市水务局"], "agency": "江门市应急管理局"},
    ),
    Letter(
        "helpers asked for their opinion: 商…意见",
        "关于省政协十二届五次会议第120220号提案的答复\n李想委员：\n您提出的《关于加强河道管理的提案》收悉。经商省自然资源厅、省生态环境厅等部门，现答复如下：\n"
        + BODY
        + "浙江省水利厅\n2022年7月22日\n",
        {
            "co_agencies": ["省自然资源厅", "省生态环境厅"],
            "agency": "浙江省水利厅",
            "place": "浙江省",
            "level": "province",
            "proposal_number": "120220",
        },
    ),
    Letter(
        "a management committee of a zone signs",
        "关于市六届人大二次会议第17号建议的答复\n秦川代表：\n您提出的《关于完善园区配套的建议》收悉，现答复如下：\n"
        + BODY
        + "六盘水高新技术产业开发区管理委员会\n2019年7月19日\n",
        {"agency": "六盘水高新技术产业开发区管理委员会"},
    ),
    Letter(
        "a company of the state signs; the seal is named",
        "关于市六届人大二次会议第18号建议的答复\n秦川代表：\n您提出的《关于改造农村电网的建议》收悉，现答复如下：\n"
        + BODY
        + "国网安徽省电力有限公司池州供电公司（盖章）\n2019年7月19日\n",
        {"agency": "国网安徽省电力有限公司池州供电公司", "reply_date": "2019-07-19"},
    ),
    Letter(
        "a police branch with its district",
        "关于区七届人大四次会议第66号建议的答复\n秦川代表：\n您提出的《关于整治飞线充电的建议》收悉，现答复如下：\n"
        + BODY
        + "深圳市公安局宝安分局\n2024年6月13日\n",
        {"agency": "深圳市公安局宝安分局"},
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
        "contacts in a table of bars",
        "关于市六届人大二次会议第20号建议的答复\n秦川代表：\n您提出的《关于公立医院改革的建议》收悉，现答复如下：\n"
        + BODY
        + "攀枝花市卫生健康委员会\n2019年7月19日\n| 联系人 | 肖楠 | 联系电话 | 0812-3330000 |\n",
        {"contact_name": ["肖楠"], "contact_phone": ["0812-3330000"]},
    ),
    Letter(
        "the contact at the end of the last paragraph",
        "关于市六届人大二次会议第21号建议的答复\n秦川代表：\n您提出的《关于公立医院改革的建议》收悉，现答复如下：\n近年来，我市不断推进改革，成效明显。专此答复。联系人：肖楠，联系电话：3330000。\n"
        + "攀枝花市卫生健康委员会\n2019年7月19日\n",
        {"contact_name": ["肖楠"], "contact_phone": ["3330000"]},
    ),
    Letter(
        "the class in brackets behind the title",
        "关于区十五届人大一次会议第90号建议的答复（A）\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n",
        {"result_class": "A", "place": "海曙区"},
    ),
    Letter(
        "the class as 办理结果：C类 at the foot",
        "关于区十五届人大一次会议第91号建议的答复\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n办理结果：C类\n",
        {"result_class": "C"},
    ),
    Letter(
        "the class as a tag of the page",
        "关于区十五届人大一次会议第92号建议的答复\n发布日期：2017-06-20 类型：建议 办理类别：Ｂ类 浏览：12\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n",
        {"result_class": "B"},
    ),
    Letter(
        "a proposal's own text stands above the reply",
        "建议第14号\n关于加强幼儿园建设的建议\n领衔代表：倪虹\n附议代表：薛松、田甜\n随着二孩政策放开，入园难问题日益突出，建议增设公办幼儿园。\n"
        "关于区十七届人大二次会议第14号建议的答复\n倪虹等代表：\n你们提出的《关于加强幼儿园建设的建议》收悉，现答复如下：\n"
        + BODY
        + "武汉市青山区教育局\n2018年6月1日\n",
        {
            "proposers": ["倪虹", "薛松", "田甜"],
            "reply_title": "关于区十七届人大二次会议第14号建议的答复",
            "place": "青山区",
            "place_code": "420107",
        },
    ),
    Letter(
        "no assembly, only 政协 in the page's category",
        "索引号：11360000/2020-00001 组配分类：政协提案办理\n发布机构：万载县民政局 发布日期：2020-07-01\n关于加强殡葬管理的答复\n易平：\n您提出的关于加强殡葬管理的提案收悉，现答复如下：\n"
        + BODY,
        {
            "kind": "cppcc",
            "agency": "万载县民政局",
            "place": "万载县",
            "level": "county",
            "proposal_title": "关于加强殡葬管理的提案",
        },
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
        "all in traditional script",
        "關於縣十七屆人大三次會議第8號建議的答覆\n張國華代表：\n您提出的《關於發展茶產業的建議》收悉，現答覆如下：\n近年來，我縣積極發展茶產業，建成茶園三萬畝。下一步，我局將繼續加大扶持。\n安溪縣農業農村局\n2019年6月3日\n",
        {
            "kind": "npc",
            "term": 17,
            "session": 3,
            "proposal_number": "8",
            "proposal_title": "關於發展茶產業的建議",
            "proposers": ["張國華"],
            "agency": "安溪縣農業農村局",
            "place": "安溪縣",
            "level": "county",
            "reply_date": "2019-06-03",
        },
    ),
    Letter(
        "blanks inside words everywhere",
        "关 于 市 政 协 十 二 届 三 次 会 议 第 9 号 提 案 的 答 复\n\n马 兰 委 员 ：\n 您 提 出 的 《 关 于 治 理 扬 尘 的 提 案 》 收 悉 ， 现 答 复 如 下 ：\n"
        + BODY
        + "荆 门 市 生 态 环 境 局\n2 0 1 9 年 5 月 8 日\n",
        {
            "term": 12,
            "session": 3,
            "proposal_number": "9",
            "proposers": ["马兰"],
            "agency": "荆门市生态环境局",
            "place": "荆门市",
            "reply_date": "2019-05-08",
        },
    ),
    Letter(
        "the greeting on the addressee's line",
        "关于县十八届人大三次会议第13号建议的答复\n苏北、沈南代表，你们好：\n你们提出的《关于增设公交站点的建议》收悉，现答复如下：\n"
        + BODY
        + "沭阳县交通运输局\n2024年6月5日\n",
        {"proposers": ["苏北", "沈南"], "place": "沭阳县"},
    ),
    Letter(
        "each name with its own 代表",
        "关于县十八届人大三次会议第14号建议的答复\n苏北代表、沈南代表：\n你们提出的《关于增设公交站点的建议》收悉，现答复如下：\n"
        + BODY
        + "沭阳县交通运输局\n2024年6月5日\n",
        {"proposers": ["苏北", "沈南"]},
    ),
    Letter(
        "the title of the proposal behind a dash",
        "关于市政协九届五次会议第128号提案的答复——关于加强古镇保护的提案\n罗平委员：\n您的提案收悉，现答复如下：\n"
        + BODY
        + "黔东南州文化体育广电旅游局\n2020年6月5日\n",
        {
            "reply_title": "关于市政协九届五次会议第128号提案的答复",
            "proposal_title": "关于加强古镇保护的提案",
            "proposal_number": "128",
        },
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
        "a Chinese numeral as the proposal's number",
        "关于镇二十届人大二次会议第十二号建议的答复\n罗平代表：\n您提出的《关于推广节水灌溉的建议》收悉，现回复如下：\n"
        + BODY
        + "2021年6月5日\n",
        {"proposal_number": "十二", "term": 20, "session": 2, "kind": "npc"},
    ),
    Letter(
        "a register: labels instead of a letter",
        "提案编号：20230118\n案由：关于加强河湖治理的提案\n提案人：曹阳、丁宁\n承办单位：泗洪县水利局\n答复日期：2023年6月30日\n答复内容：\n曹阳、丁宁委员：\n您们的提案收悉，现答复如下：\n"
        + BODY,
        {
            "proposal_number": "20230118",
            "proposal_title": "关于加强河湖治理的提案",
            "proposers": ["曹阳", "丁宁"],
            "agency": "泗洪县水利局",
            "reply_date": "2023-06-30",
            "kind": "cppcc",
            "place": "泗洪县",
        },
    ),
    Letter(
        "a committee of the conference as proposer",
        "对县政协十届三次会议第3号提案的答复\n县政协农业农村委员会：\n贵委提出的《关于发展林下经济的提案》收悉，现答复如下：\n"
        + BODY
        + "金寨县林业局\n2019年6月14日\n",
        {"proposers": ["县政协农业农村委员会"], "co_agencies": [], "place": "金寨县"},
    ),
    Letter(
        "a democratic party's branch",
        "对市政协五届三次会议第3号提案的答复\n九三学社莆田市委员会：\n贵社提出的《关于保护木兰溪的提案》收悉，现答复如下：\n"
        + BODY
        + "莆田市生态环境局\n2014年6月14日\n",
        {"proposers": ["九三学社莆田市委员会"], "co_agencies": []},
    ),
    Letter(
        "a name with a dot",
        "对区政协十届三次会议第3号提案的答复\n买买提·艾力委员：\n您提出的《关于改善环境的提案》收悉，现答复如下：\n"
        + BODY
        + "乌鲁木齐市天山区城市管理局\n2019年6月14日\n",
        {"proposers": ["买买提·艾力"], "place": "天山区"},
    ),
    Letter(
        "source is a newspaper",
        "关于县政协八届三次会议第9号提案的答复\n来源：沂水日报社 时间：2020-08-01\n陈晨委员：\n您提出的《关于改善环境的提案》收悉，现答复如下：\n我局已完成整治。\n下一步，我局将加强巡查。\n",
        {"agency": None},
    ),
    Letter(
        "the page's publisher is the government, the letter speaks of 我局",
        "关于县政协八届三次会议第9号提案的答复\n来源：沂水县人民政府 时间：2020-08-01\n陈晨委员：\n您提出的《关于改善环境的提案》收悉，现答复如下：\n我局已完成整治。\n下一步，我局将加强巡查。\n",
        {"agency": None, "problem:agency": ["沂水县人民政府"], "place": "沂水县", "level": "county"},
    ),
    Letter(
        "another city named in the text is not the place",
        "关于市十八届人大三次会议第9号建议的答复\n陈晨代表：\n您提出的《关于垃圾分类的建议》收悉，现答复如下：\n我局多次赴宁波市、上海市学习。\n下一步，我局将加强宣传。\n2020年8月1日\n",
        {"agency": None, "place": None},
    ),
    Letter(
        "a letter of thanks before the answer, and 敬悉",
        "对市政协七届一次会议第200号提案的答复\n尊敬的高原委员：\n首先感谢您对我市教育事业的关心。您提出的《关于课后服务的提案》敬悉，现将办理情况汇报如下：\n"
        + BODY
        + "特此答复。\n资阳市教育和体育局\n2022年7月5日\n",
        {"proposal_title": "关于课后服务的提案", "agency": "资阳市教育和体育局", "reply_date": "2022-07-05"},
    ),
    Letter(
        "the contact's office and rank beside the name",
        "对市政协七届一次会议第201号提案的答复\n高原委员：\n您提出的《关于课后服务的提案》收悉，现答复如下：\n"
        + BODY
        + "资阳市教育和体育局\n2022年7月5日\n（联系单位：市教育局基础教育科，联系人：范 伟，联系电话：028-26110000，邮编：641300）\n抄送：市政协提案委员会，市政府办公室建议提案科。\n",
        {
            "contact_name": ["范伟"],
            "contact_phone": ["028-26110000"],
            "cc": ["市政协提案委员会", "市政府办公室建议提案科"],
        },
    ),
    Letter(
        "two people, each with a telephone behind the name",
        "对市政协七届一次会议第202号提案的答复\n高原委员：\n您提出的《关于课后服务的提案》收悉，现答复如下：\n"
        + BODY
        + "资阳市教育和体育局\n2022年7月5日\n联系人：范伟 028-26110000，邓超 13900000003\n",
        {"contact_name": ["范伟", "邓超"], "contact_phone": ["028-26110000", "13900000003"]},
    ),
    Letter(
        "page numbers and a print header between the lines",
        "长治市民政局文件\n长民函〔2018〕33号 Ｂ\n— 1 —\n关于市十四届人大三次会议第210号建议的\n答　　复\n高原代表：\n您提出的《关于村级养老的建议》收悉，现答复如下：\n"
        + BODY
        + "长治市民政局\n2018年6月20日\n— 2 —\n",
        {
            "reply_title": "关于市十四届人大三次会议第210号建议的答复",
            "agency": "长治市民政局",
            "place": "长治市",
            "doc_number": "长民函〔2018〕33号",
            "result_class": "B",
            "reply_date": "2018-06-20",
        },
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
        "a county whose name is one character, and 办理 before 县",
        "单县民政局关于办理县十八届人大一次会议第6号建议情况的答复\n高原代表：\n您提出的《关于村级养老的建议》收悉，现答复如下：\n"
        + BODY
        + "单县民政局\n2022年8月20日\n",
        {"assembly": "县十八届人大一次会议", "place": "单县", "agency": "单县民政局"},
    ),
    Letter(
        "a state farm's city under its region",
        "关于市五届人大二次会议第61号建议的答复\n高原代表：\n您提出的《关于增加公园的建议》收悉，现答复如下：\n"
        + BODY
        + "石河子市住房和城乡建设局\n2022年8月20日\n",
        {"place": "石河子市", "level": "county"},
    ),
    Letter(
        "a letter that lost all its line breaks",
        "来源：应县水利局 发布时间：2022-09-01 应水函〔2022〕18号 关于县十八届人大二次会议第52号建议的答复 高原代表： 您提出的《关于打井抗旱的建议》收悉，现答复如下： "
        + BODY.replace("\n", " ")
        + "应县水利局 2022年8月20日 （联系人：何川 联系电话：0349-5020000） 抄送：县人大常委会办公室。",
        {
            "reply_title": "关于县十八届人大二次会议第52号建议的答复",
            "proposers": ["高原"],
            "agency": "应县水利局",
            "reply_date": "2022-08-20",
            "contact_name": ["何川"],
            "contact_phone": ["0349-5020000"],
            "cc": ["县人大常委会办公室"],
            "place": "应县",
        },
    ),
    Letter(
        "a co-handler names the proposal without its proposer; a zone by its city's short name",
        "高新区管委会关于市政协十一届三次会议第1130号提案会办意见的函\n市发展改革委：\n现将市政协十一届三次会议《关于打造科创走廊的提案》（第1130号）我委会办意见函告如下：\n"
        + BODY
        + "合肥高新技术产业开发区管理委员会\n2020年5月7日\n",
        {
            "proposal_title": "关于打造科创走廊的提案",
            "co_agencies": ["市发展改革委"],
            "proposers": [],
            "place": "合肥市",
            "level": "city",
        },
    ),
    Letter(
        "the date in brackets under the title",
        "关于县第十五届人大一次会议第B12号建议的答复\n（2017年6月20日）\n龙启明代表：\n您提出的《关于修建旅游公路的建议》收悉，现答复如下：\n"
        + BODY
        + "江永县交通运输局\n",
        {"reply_date": "2017-06-20", "proposal_number": "B12", "place": "江永县"},
    ),
    Letter(
        "an unquoted title behind 关于您提出的, taken up as 我局已经收到",
        "关于对县十八届人大二次会议第45号建议的回复\n胡安代表：\n关于您提出的整治义水河的建议，我局收到后高度重视，现将办理情况回复如下：\n"
        + BODY
        + "罗田县水利和湖泊局\n2023年7月30日\n",
        {"proposal_title": "整治义水河的建议", "proposers": ["胡安"], "place": "罗田县"},
    ),
    Letter(
        "words of contact in the text name nobody",
        "关于县十五届人大一次会议第6号建议的答复\n龙启明代表：\n您提出的《关于便民服务的建议》收悉，现答复如下：\n"
        "一是建立联系人制度，公布联系方式、服务内容。\n二是公开服务电话0746-5700000，联系电话已在村委会公示。\n"
        + "江永县民政局\n2017年6月20日\n监督电话：0746-5700001\n",
        {"contact_name": [], "contact_phone": []},
    ),
    Letter(
        "the office beside the contact, and numbers in brackets",
        "关于县十五届人大一次会议第（68）号建议的答复\n龙启明代表：\n您提出的《关于便民服务的建议》收悉，现答复如下：\n"
        + BODY
        + "（公章）\n2017年6月20日\n承办单位：江永县民政局\n经办人：何川 电话：5700000\n",
        {
            "agency": "江永县民政局",
            "proposal_number": "68",
            "contact_name": ["何川"],
            "contact_phone": ["5700000"],
            "place": "江永县",
        },
    ),
    Letter(
        "the term before the place, a class with a digit",
        "A1\n关于十二届市政协三次会议第116号提案的答复\n卢山委员：\n您提出的《关于建校的提案》收悉，现答复如下：\n"
        + BODY
        + "本溪市教育局\n2015年6月1日\n",
        {"term": 12, "session": 3, "kind": "cppcc", "place": "本溪市", "result_class": "A"},
    ),
    Letter(
        "a report to the office of the conference names the member in its opening",
        "关于市政协十二届二次会议第12-026号提案办理情况的报告\n市政协提案委：\n现将童年委员提出的《关于整治黑臭水体的提案》办理情况报告如下：\n"
        + BODY
        + "丹东市水务局\n2021年7月1日\n",
        {"proposers": ["童年"], "co_agencies": [], "proposal_number": "12-026", "place": "丹东市"},
    ),
    Letter(
        "a delegation beside the names, an aside in brackets, a number that speaks of proposals",
        "台提案复字〔2019〕5号\n关于市十届人大一次会议第5号建议的答复\n第五代表团张明（领衔）、李华代表：\n你们提出的《关于整治黑臭水体的建议》，我局高度重视，现答复如下：\n"
        + BODY
        + "台州市水利局\n2019年7月1日\n",
        {"proposers": ["张明", "李华"], "doc_number": "台提案复字〔2019〕5号", "place": "台州市"},
    ),
    Letter(
        "everybody is nobody",
        '关于市人大代表建议的答复\n各位代表：\n你们提出的"提高补贴标准"的建议收悉，现答复如下：\n'
        + BODY
        + "鹰潭市民政局\n2019年7月1日\n",
        {"proposers": [], "proposal_title": "提高补贴标准", "kind": "npc", "place": "鹰潭市"},
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
)
