"""Letters that differ in who asks."""

from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
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
        "the conference's name behind the place, 次 with a digit, all in digits",
        "关于泰州市政协6届2次会议第188号提案的答复\n吕明委员：\n您提出的《关于普及急救知识的提案》收悉。现答复如下：\n"
        + BODY
        + "泰州市卫生健康委员会\n2023.06.19\n",
        {"term": 6, "session": 2, "place": "泰州市", "reply_date": "2023-06-19", "kind": "cppcc"},
    ),
    Letter(
        "a town's congress of the party is neither congress nor conference",
        "关于镇第十三次党代会二次会议第6号提案的答复\n石岩代表：\n您提出的《关于村道亮化的提案》收悉，现答复如下：\n"
        + BODY
        + "2023年4月6日\n",
        {"kind": None, "term": 13, "session": 2, "problem:kind": ["other"]},
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
        "a police branch with its district",
        "关于区七届人大四次会议第66号建议的答复\n秦川代表：\n您提出的《关于整治飞线充电的建议》收悉，现答复如下：\n"
        + BODY
        + "深圳市公安局宝安分局\n2024年6月13日\n",
        {"agency": "深圳市公安局宝安分局"},
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
        "a county whose name is one character, and 办理 before 县",
        "单县民政局关于办理县十八届人大一次会议第6号建议情况的答复\n高原代表：\n您提出的《关于村级养老的建议》收悉，现答复如下：\n"
        + BODY
        + "单县民政局\n2022年8月20日\n",
        {"assembly": "县十八届人大一次会议", "place": "单县", "agency": "单县民政局"},
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
        "everybody is nobody",
        '关于市人大代表建议的答复\n各位代表：\n你们提出的"提高补贴标准"的建议收悉，现答复如下：\n'
        + BODY
        + "鹰潭市民政局\n2019年7月1日\n",
        {"proposers": [], "proposal_title": "提高补贴标准", "kind": "npc", "place": "鹰潭市"},
    ),
    Letter(
        "two addressees on lines of their own, and the contact's name behind the number",
        "关于市五届人大三次会议第12号建议的答复\n马青代表\n周丽代表：\n你们提出的《关于改善农村公路的建议》收悉，现答复如下：\n"
        + BODY
        + "安康市交通运输局\n2021年7月8日\n联系电话：3210000（李四）\n",
        {"proposers": ["马青", "周丽"], "contact_name": ["李四"], "contact_phone": ["3210000"]},
    ),
    Letter(
        "a member and a party together; the line of printing is not the signature",
        "关于市政协九届三次会议第12号提案的答复\n马青委员及九三学社安康市委：\n你们提出的《关于改善农村公路的提案》收悉，现答复如下：\n"
        + BODY
        + "安康市交通运输局\n2021年7月8日\n抄送：市政协提案委（2份），存档（二）。\n安康市交通运输局办公室 2021年7月12日印发\n",
        {
            "proposers": ["马青", "九三学社安康市委"],
            "agency": "安康市交通运输局",
            "reply_date": "2021-07-08",
            "cc": ["市政协提案委", "存档"],
        },
    ),
    Letter(
        "long names, and what somebody is a member of",
        "关于政协正蓝旗第十届委员会第一次会议第9号提案的答复\n乌云其木格、孟可巴依尔、刘苍林政协正蓝旗委员：\n你们提出的《关于推广节水灌溉的提案》收悉，现答复如下：\n"
        + BODY
        + "正蓝旗水利局\n2022年7月11日\n",
        {"proposers": ["乌云其木格", "孟可巴依尔", "刘苍林"], "place": "正蓝旗", "level": "county"},
    ),
    Letter(
        "members of a city's conference without a name are nobody",
        "关于市政协十届一次会议第9号提案的答复\n温州市政协委员：\n你们提出的《关于推广节水灌溉的提案》收悉，现答复如下：\n"
        + BODY
        + "温州市水利局\n2022年7月11日\n",
        {"proposers": []},
    ),
    Letter(
        "a branch of a party, and a label that asks for the contact's name",
        "关于市政协九届四次会议第31号提案的答复\n民革石河子市总支：\n你单位提出的《关于改造供热管网的提案》收悉，现答复如下：\n"
        + BODY
        + "石河子市住房和城乡建设局\n2021年8月26日\n联系人姓名：卫平　　联系电话：2012345\n",
        {"proposers": ["民革石河子市总支"], "contact_name": ["卫平"], "contact_phone": ["2012345"]},
    ),
    Letter(
        "a contact whose name is partly masked",
        "关于对县人大十六届二次会议第105号建议的答复\n张*代表：\n您提出的“道路基础设施建设”的建议收悉，现答复如下：\n"
        + BODY
        + "联系人及电话：李*兴 1582****162\n嵩明县交通运输局\n2018年6月11日\n",
        {"proposers": ["张*"], "contact_name": ["李*兴"], "contact_phone": []},
    ),
    Letter(
        "a letter in traditional script keeps its contact's",
        "關於市政協十二屆四次會議第205號提案的答覆\n林秀英委員：\n您提出的《關於保護土樓古村落的提案》收悉。經研究，現答覆如下：\n"
        "近年來，我們高度重視此項工作，已修繕古建築12處，取得了一定成效。下一步，將繼續加大投入，逐步擴大覆蓋面。\n"
        "聯繫人：黃建國 聯繫電話：0596-2034567\n漳州市文化和旅遊局\n2020年6月9日\n",
        {"contact_name": ["黃建國"], "agency": "漳州市文化和旅遊局", "place": "漳州市"},
    ),
    Letter(
        "two counted deputies, and one called a member of what he sits in",
        "关于县十七届人大一次会议\n第2021093号建议的答复\n县人大陈景代表、高晨星两位代表：\n你们提出的《关于防治野猪的建议》收悉，现答复如下：\n"
        + BODY
        + "阳山县林业局\n2021年12月8日\n",
        {
            "proposers": ["陈景", "高晨星"],
            "proposal_number": "2021093",
            "reply_title": "关于县十七届人大一次会议第2021093号建议的答复",
        },
    ),
    Letter(
        "a greeting and straight to the answer, the site's licence below",
        "对区政协九届三次会议关于增设充电桩的提案的答复\n毕野委员您好：\n按照全市的实施方案，持续推进充电设施建设，目前全区建成充电终端308个，下一步将按照市级部门的要求，形成充电基础设施体系。\n"
        "主办单位：兴隆台区人民政府 网站地图\n网站标识码：2111030012 ICP备案序号：辽ICP备2020012352号-1\n",
        {
            "proposers": ["毕野"],
            "doc_number": None,
            "place": "兴隆台区",
            "proposal_title": "关于增设充电桩的提案",
        },
    ),
    Letter(
        "two contacts parted by a blank, and one padded by it",
        "关于对省政协一次会议第0345号提案的答复\n民建省委：\n贵委《关于培育中小企业的提案》已收悉。现答复如下：\n"
        + BODY
        + "湖北省经济和信息化厅\n2023年7月10日\n联系人：张文 李武；电话：027-87231234\n经办人：陈  朋、欧阳 小明 电话：027-87231235\n",
        {"contact_name": ["张文", "李武", "陈朋", "欧阳小明"], "proposers": ["民建省委"]},
    ),
    Letter(
        "a body of members, and those who only joined in",
        "关于县政协十届三次会议第61号提案的答复\n柳溪乡委员小组、桐山代表团、纪明岚委员并附议人：\n"
        "你们提出的《关于修建晒谷场的提案》收悉，现答复如下：\n"
        + BODY
        + "如对本答复有疑问，请与县农业农村局种植业科联系，电话：0571-86390011。\n桐庐县农业农村局\n2022年6月8日\n",
        {"proposers": ["柳溪乡委员小组", "桐山代表团", "纪明岚"], "contact_phone": ["0571-86390011"]},
    ),
    Letter(
        "a number to call that stands in the middle of the text is nobody's",
        "关于县政协十届三次会议第62号提案的答复\n纪明岚委员：\n您提出的《关于培训果农的提案》收悉，现答复如下：\n"
        "果农可与县农技站联系，电话：0571-86390012，报名不收费用，随到随学。\n"
        + BODY
        + "桐庐县农业农村局\n2022年6月8日\n",
        {"contact_phone": []},
    ),
    Letter(
        "a party without a colon, taken up at once by what it proposed",
        "关于《关于发展夜间经济的提案》（委员提案第118号）的答复\n来源：池州市商务局    时间：2023-07-18\n农工党池州市委员会\n"
        "《关于发展夜间经济的提案》（第118号）已收悉，感谢贵单位的支持，经研究，回复如下：\n" + BODY,
        {"proposers": ["农工党池州市委员会"], "agency": "池州市商务局"},
    ),
    Letter(
        "a report that addresses nobody and tells who spoke up",
        "关于对县十八届人民代表大会二次会议建议办理进展情况报告\n在县十八届人民代表大会二次会议上，林秋水、白守仁、孟野等提出的"
        "《关于新建柳溪文化广场建议》。\n此建议由我局负责办理，现将办理进展情况汇报如下：\n"
        + BODY
        + "2018年7月27日\n",
        {"proposers": ["林秋水", "白守仁", "孟野"]},
    ),
    Letter(
        "a register that names the deputy before the proposal",
        "桐庐县水利局关于办理县十八届人大五次会议第143号建议的函\n办理部门 桐庐县水利局 处理状态 已办结\n正文\n"
        "林秋水（等）代表提出的《关于新建柳溪水库的建议》。\n回复   为解决供水矛盾，我局组织技术人员踏勘现场，已将水库纳入规划。\n",
        {"proposers": ["林秋水"], "proposal_number": "143"},
    ),
    Letter(
        "what others propose in the letter is nobody's proposal",
        "关于加强校园安全工作的情况报告\n我局收到建议后，研究提出的《关于加强值守的措施》已经实施，现将办理情况报告如下：\n"
        + BODY,
        {"proposers": []},
    ),
    Letter(
        "deputies counted without a measure word",
        "林秋水、白守仁、孟野等十代表：\n你们在个旧市十七届人大二次会议上提出的《关于增设班次的建议》收悉，现答复如下：\n"
        + BODY,
        {"proposers": ["林秋水", "白守仁", "孟野"]},
    ),
    Letter(
        "the proposal told again instead of an address",
        "关于柳溪镇第十六届人民代表大会第一次会议17号代表建议的答复\n林秋水、白守仁等代表提出的17号代表建议：要求加强污水排放的监管。\n"
        "现答复如下：" + BODY + "柳溪镇人民政府\n二○一二年六月十四日\n",
        {"proposers": ["林秋水", "白守仁"], "proposal_number": "17"},
    ),
    Letter(
        "a party told of right behind its own name",
        "池州市商务局关于《关于发展夜间经济的建议》提案（第119号）的办理意见\n致公党池州市委员会\n致公党池州市委员会向池州市政协五届三次会议提交了"
        "《关于发展夜间经济的建议》提案（第119号）。我局办理了该提案，现答复如下：\n" + BODY,
        {"proposers": ["致公党池州市委员会"], "agency": "池州市商务局"},
    ),
)
