"""What numbers in a letter are of: measure words, what they may be taken for, and rates behind a stroke."""

from __future__ import annotations

_WORDS = """
    人次 户次 家次 趟次 趟 场次 辆次 班次 车次 件次 台次 床次 架次 批次 条次 亩次 例次 人份 台套
    个百分点 个点 家庭 床位 学位 车位 泊位 席位 工位 点位 课时 学时 周岁 街道 社区 乡镇
    平方公里 平方千米 平方米 平方 立方米 立方 平米 ㎡ m² m³ 公里 千米 公顷 厘米 毫米 公分 米 亩
    千瓦时 千瓦 兆瓦时 兆瓦 千伏安 兆伏安 公斤 千克 毫克 微克 毫升 分贝 摄氏度 ℃ 吨 升 斤 兆 度 岁 倍
    元 人 名 位 户 家 个 所 处 座 张 间 套 台 辆 部 条 项 次 场 轮 期 件 支 份 本 幅 块 片 株 棵 头 只 羽 尾 匹 对 批 类 种 门 起 宗 例
    栋 幢 穴 班 艘 架 盏 根 眼 口 枚 册 篇 集 卷 笔 单 组 队 扇 把 具 孔 段 桩 枪 站 席 餐 顿 箱 袋 瓶 盒 桶 村 镇
"""
_METRIC = r"(?i:km[²2]?|m[²³23]?|cm|mm|kg|kwh|[kmg]w|[mgt]b)(?![A-Za-z0-9])"
# Points and counties only where nothing goes on behind them: 100分钟 and 12县域 count neither.
_AT_AN_END = r"[分县乡区](?=[，,。；;、（()）以\s\n]|$)"

COUNTED = "|".join([*sorted(_WORDS.split(), key=len, reverse=True), _METRIC, _AT_AN_END])

# Words that begin with a measure word without being one: 部门 is no 部, 个月 no 个.
NOT_COUNTED = (
    r"(?!个(?:方面|层面|环节|阶段|维度|步骤)|个(?:多|半|余)?(?:月|小时|工作日|自然日|交易日|学期|学年|季度|年度|星期|钟头|周(?!边|岁|转))|个别|度[假过]|位[数于]|类似|本[级市地科人次省县区]|期[间限末]"
    r"|岁月|部[门委分队署位]|人[均民大才]|项目(?!标)|条[件例款]|口[味岸]|场[所地馆景]|处[理置室]|名[称单录]|座谈|张贴|只[有能要]|对[于接全口应]|门[诊槛]|户[籍外主]|站点"
    r"|组[织建成]|队伍|种植|单[位元个]|起[来步]|米兰|件事|村[委民]|社区卫|镇[委政]|轮[椅换训胎廓岗流候]|平方?[台均原安等]|集[中团体成合市镇约]|卷入|把握|对照|根据|尾[气水款矿]|头[部条])"
)

_PER = "人次|平方公里|平方米|立方米|立方|公里|千瓦时|学期|小时|人|月|年|天|日|张|床|户|次|亩|吨|㎡|套|台|度|名|生"
PER = rf"(?:\s?[/／]\s?(?:{_PER})(?:[/／·•.]?(?:月|年|天|日|人|次))?)?"

METRIC = _METRIC
#: Numbers in characters stand before fewer of them: 十分 is no mark, 千方百计 no area.
SPELLED_BEFORE = "人次|平方米|公里|万元|周岁|社区|街道|乡镇|[元岁名人户家个所处座张套台辆条项场亩吨次期件间株棵批位支部份对种类盏块村镇倍头例轮本册篇幅班艘片组队]"
