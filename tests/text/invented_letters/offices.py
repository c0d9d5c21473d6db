"""Letters that differ in who answers, who helps and whom to call."""

from tests.text.invented_letters.letter import BODY, Letter

LETTERS = (
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
        "a hotline in the text is not the contact, and a standard is not a class",
        "关于市政协九届一次会议第81号提案的答复\n叶青委员：\n您提出的《关于提升旅游服务的提案》收悉，现答复如下：\n"
        "我市现有AAAA级景区3家，开通旅游服务热线0559-2500000，全年受理咨询2000余次。下一步，我局将继续提升服务水平。\n"
        + "黄山市文化和旅游局\n2022年6月2日\n",
        {"contact_phone": [], "contact_name": [], "result_class": None, "place": "黄山市"},
    ),
    Letter(
        "a footer with the site's own telephone and address",
        "关于县十八届人大二次会议第4号建议的答复\n石磊代表：\n您提出的《关于加固河堤的建议》收悉，现答复如下：\n"
        + BODY
        + "平江县水利局\n2023年5月17日\n主办单位：平江县人民政府办公室 承办：县数据局\n联系电话：0730-6000000 网站标识码：4306260001\n湘ICP备05000000号\n",
        {"contact_phone": [], "agency": "平江县水利局", "reply_date": "2023-05-17"},
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
        "a Chinese numeral as the proposal's number",
        "关于镇二十届人大二次会议第十二号建议的答复\n罗平代表：\n您提出的《关于推广节水灌溉的建议》收悉，现回复如下：\n"
        + BODY
        + "2021年6月5日\n",
        {"proposal_number": "十二", "term": 20, "session": 2, "kind": "npc"},
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
        "two offices sign side by side, two others were asked, and 会同 is no county",
        "对县十六届人大三次会议第45号建议的答复\n张晓明代表：\n您提出的《关于发展农村养老的建议》收悉。现会同市财政局、市医疗保障局答复如下：\n"
        + "县民政局会同县卫生健康局建成幸福院12个。\n平江县民政局    平江县财政局\n2024年6月3日\n",
        {"agency": "平江县民政局", "co_agencies": ["市财政局", "市医疗保障局"], "place": "平江县"},
    ),
    Letter(
        "offices with 和 in their names among those asked",
        "关于省政协十三届二次会议第0612号提案的答复\n九三学社安徽省委：\n贵委《关于保护历史建筑的提案》收悉。会同省文化和旅游厅、省自然资源厅和省规划与建筑学会研究，现答复如下：\n"
        + BODY
        + "安徽省住房和城乡建设厅\n2024年8月19日\n",
        {"co_agencies": ["省文化和旅游厅", "省自然资源厅", "省规划与建筑学会"], "place": "安徽省"},
    ),
    Letter(
        "those asked in a sentence of many offices",
        "关于海南省六届人大五次会议第652042号建议的答复\n张国代表：\n您提出的“关于改造仙沟互通的建议”，省人大常委会办公厅交由我单位办理。"
        "我厅高度重视，会同省财政厅等协办单位进行认真研究，提出了有关办理措施。现答复如下：\n"
        + BODY
        + "海南省交通运输厅\n2022年6月29日\n",
        {"co_agencies": ["省财政厅"]},
    ),
    Letter(
        "an office that 经 leads in, and a police brigade that leads",
        "关于区政协五届三次会议第55号提案的会办意见\n市公安局江北分局交通警察大队：\n罗兰委员提出的《关于优化交通组织的提案》收悉，现将我街道会办意见函告如下：\n"
        + BODY
        + "重庆市江北区人民政府华新街街道办事处\n2024年4月8日\n",
        {"co_agencies": ["市公安局江北分局交通警察大队"], "proposers": ["罗兰"]},
    ),
    Letter(
        "an office that answered with another's opinion",
        "关于区政协七届一次会议第33号提案的答复\n姜丽委员：\n您提出的《关于提升柑橘品质的提案》收悉。经区农业农村局会办，现答复如下：\n"
        + BODY
        + "衢州市柯城区石梁镇人民政府\n2022年5月16日\n",
        {"co_agencies": ["区农业农村局"], "place": "柯城区"},
    ),
    Letter(
        "two offices that sign one under the other: the first leads, the other is asked about",
        "关于市政协二届三次会议第200号提案的答复\n沈晓委员：\n您提出的《关于打通断头路的提案》收悉，现答复如下：\n"
        + BODY
        + "淮安市住房和城乡建设局\n淮安市公安局\n2020年9月15日\n",
        {"agency": "淮安市住房和城乡建设局", "problem:agency": ["淮安市公安局"], "place": "淮安市"},
    ),
    Letter(
        "two offices and the date in one line",
        "关于县人大二届三次会议第20号建议的答复\n沈晓代表：\n您提出的《关于修建便民桥的建议》收悉，现答复如下：\n"
        + BODY
        + "凤县黄牛铺镇人民政府 凤县交通运输局 2023年9月15日\n",
        {
            "agency": "凤县黄牛铺镇人民政府",
            "problem:agency": ["凤县交通运输局"],
            "place": "凤县",
            "reply_date": "2023-09-15",
        },
    ),
    Letter(
        "an office with 和 in its name is one office, and leads",
        "关于县十七届人大五次会议第28号建议的答复\n沈晓代表：\n您提出的《关于修缮排污设施的建议》交由县住房和城乡建设局办理，经研究，现答复如下：\n"
        + BODY,
        {"co_agencies": []},
    ),
    Letter(
        "和 between us and another office joins the two",
        "关于县十七届人大五次会议第29号建议的答复\n沈晓代表：\n您提出的《关于修缮排污设施的建议》收悉，我局和县水务局共同研究，现答复如下：\n"
        + BODY,
        {"co_agencies": ["县水务局"]},
    ),
    Letter(
        "an office to ask is offered where nobody signs",
        "沈晓委员：\n您提出的《关于保护古村落的提案》收悉，现答复如下：\n"
        + BODY
        + "联系单位：桐庐县文化和旅游局\n联系电话：0571-86390013\n2022年9月23日\n",
        {"agency": None, "problem:agency": ["桐庐县文化和旅游局"], "contact_phone": ["0571-86390013"]},
    ),
    Letter(
        "whoever runs the site stands above its menu and answers nothing",
        "政讯中心\n欢迎访问农资在线网！\n当前所在：首页 > 市场观察 > 正文\n关于政协第十三届全国委员会第五次会议第02705号提案答复摘要\n沈晓委员：\n"
        "您提出的关于发展休闲农业的提案收悉。经商国家乡村振兴局，现答复如下：\n" + BODY,
        {"agency": None},
    ),
    Letter(
        "an office may name itself above the menu of its own site",
        "重庆市江津区民政局\n首页 > 建议提案 > 正文\n关于区十八届人大二次会议第17号建议的复函\n沈晓代表：\n您提出的《关于增设助餐点的建议》收悉，现答复如下：\n"
        + BODY,
        {"agency": "重庆市江津区民政局"},
    ),
)
