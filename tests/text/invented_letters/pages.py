"""Letters that differ in the page around them and in how their titles are written."""

from tests.text.invented_letters.letter import BODY, Letter

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
        "the signer and the class on the line of the number",
        "〔B〕 签发人：康健\n阜民〔2020〕17号\n阜阳市民政局对市五届人大四次会议第70号建议的答复\n白露代表：\n您提出的《关于关爱留守老人的建议》收悉，现答复如下：\n"
        + BODY
        + "阜阳市民政局\n2020年7月20日\n",
        {"signer": "康健", "doc_number": "阜民〔2020〕17号", "place": "阜阳市"},
    ),
    Letter(
        "the number only behind the title in the opening, 收阅",
        "关于政协提案的答复\n关键委员：\n您在区政协十一届三次会议上提出的《关于治理噪声的提案》（提案编号：11030056）收阅，现就有关问题答复如下：\n"
        + BODY
        + "重庆市渝中区生态环境局\n2024年5月11日\n",
        {"proposal_number": "11030056", "term": 11, "session": 3, "place": "渝中区", "kind": "cppcc"},
    ),
    Letter(
        "the class in brackets behind the title",
        "关于区十五届人大一次会议第90号建议的答复（A）\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n",
        {"result_class": "A", "place": "海曙区"},
    ),
    Letter(
        "the class as a tag of the page",
        "关于区十五届人大一次会议第92号建议的答复\n发布日期：2017-06-20 类型：建议 办理类别：Ｂ类 浏览：12\n秦川代表：\n您提出的《关于公共自行车的建议》收悉，现答复如下：\n"
        + BODY
        + "宁波市海曙区综合行政执法局\n2017年6月19日\n",
        {"result_class": "B"},
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
        "a register's line that runs into prose, and a label nobody knows before the title",
        "关于改造体育馆的建议 提案人：姚盛兵 小中坝老城区常住人口约5000人以上，目前，该区域没有室外球场，建议增加设施。\n- 中文名：关于对政协仁怀市四届一次会议第21号提案的答复\n"
        "- 原建议提出者：姚盛兵\n尊敬的姚盛兵委员：\n您提出的《关于改造体育馆的建议》已收悉，现回复如下：\n"
        + BODY
        + "仁怀市体育发展中心\n2021年5月29日\n",
        {
            "proposers": ["姚盛兵"],
            "reply_title": "关于对政协仁怀市四届一次会议第21号提案的答复",
            "place": "仁怀市",
        },
    ),
    Letter(
        "a page that repeats the last line of a broken title",
        "对池州市第九届人民代表大会\n第三次会议第95号建议的答复\n第三次会议第95号建议的答复\n是否同意公开：是\n汪洋代表：\n"
        "您提出的《关于修建公园的建议》收悉，现答复如下：\n" + BODY + "池州市林业局\n2019年8月5日\n",
        {"reply_title": "对池州市第九届人民代表大会第三次会议第95号建议的答复", "term": 9, "session": 3},
    ),
    Letter(
        "a list's sign before the title, and the proposal's title behind a colon",
        "• 发布日期：2021-11-02\n• 对县十八届人大五次会议第13号建议的答复：新桥镇小学修建食堂的建议\n汪洋代表：\n"
        "您提出的关于新桥镇小学修建食堂的建议收悉，现答复如下：\n" + BODY,
        {
            "reply_title": "对县十八届人大五次会议第13号建议的答复",
            "proposal_title": "关于新桥镇小学修建食堂的建议",
        },
    ),
    Letter(
        "what was handed in goes by a local name",
        "关于对县十六届人大二次会议第9号议事原案的答复\n汪洋代表：\n您提出的“关于要求解决柳溪片区用电问题”的议事原案收悉。现答复如下：\n"
        + BODY,
        {"proposal_title": "关于要求解决柳溪片区用电问题", "proposal_number": "9"},
    ),
    Letter(
        "the letter's own title in brackets on the page of the town that shows it",
        "新桥镇2023年建议办理答复(桐城市水利局关于市十八届人大二次会议第14号建议办理的函)\n"
        "发布时间：2023-10-07 信息来源：桐城市新桥镇\n汪洋代表：\n您提出的《关于建设水厂的建议》收悉，现答复如下：\n"
        + BODY,
        {"agency": "桐城市水利局"},
    ),
    Letter(
        "a row of a table that ends with a bar",
        "词条 | 对池州市政协五届一次会议第56号提案的答复 |\n释义 | 汪洋委员： 您提出的《关于屋顶绿化的建议》的提案收悉。现答复如下： "
        + BODY,
        {"reply_title": "对池州市政协五届一次会议第56号提案的答复", "proposers": ["汪洋"]},
    ),
)
