"""Characters that a reader takes for others and no table of traditional characters names: each before its usual form.

Only such as stand for nothing else in Chinese: 芸, 浜 and 糸 are Japanese forms and characters of their own.
"""

from __future__ import annotations

_OLD_SHAPES = """
    衞卫 戸户 淸清 靑青 尙尚 吿告 硏研 愼慎 塡填 顚颠 鄕乡 郞郎 鬪斗 曁暨 槪概 漑溉 巓巅 値值 甁瓶 倂并 屛屏 餠饼 姸妍 粧妆 濶阔 壻婿 汚污 竝并 搾榨 痺痹 闗关 囯国 囻国
    欗栏 擧举 鑛矿
"""
_JAPANESE = """
    歩步 毎每 歳岁 呉吴 黒黑 倶俱 効效 勅敕 勲勋 関关 図图 広广 経经 済济 権权 労劳 薬药 発发 対对 応应 実实 営营 処处 総总 変变 拡扩 県县 団团 駅驿 帰归 気气 児儿 単单
    囲围 頼赖 隷隶 錬炼 歴历 豊丰 挙举 覚觉 荘庄 奨奖 郷乡 舎舍 抜拔 髪发 恵惠 斉齐 斎斋 剤剂 亜亚 悪恶 圧压 稲稻 隠隐 桜樱 仮假 価价 壊坏 懐怀 楽乐 勧劝 観观 歓欢 巻卷
    犠牺 拠据 駆驱 渓溪 蛍萤 継继 軽轻 鶏鸡 撃击 倹俭 剣剑 圏圈 検检 険险 顕显 験验 厳严 鉱矿 砕碎 雑杂 賛赞 歯齿 渋涩 釈释 収收 従从 縦纵 獣兽 粛肃 焼烧 乗乘 浄净 剰剩
    畳叠 縄绳 譲让 醸酿 粋粹 酔醉 穂穗 髄髓 瀬濑 摂摄 専专 戦战 銭钱 繊纤 捜搜 挿插 巣巢 痩瘦 騒骚 増增 蔵藏 臓脏 続续 帯带 滝泷 択择 沢泽 弾弹 遅迟 鋳铸 庁厅 徴征 聴听
    転转 伝传 闘斗 徳德 読读 弐贰 悩恼 脳脑 覇霸 廃废 拝拜 売卖 晩晚 払拂 仏佛 辺边 舗铺 満满 黙默 訳译 揺摇 様样 竜龙 両两 猟猎 涙泪 塁垒 霊灵 齢龄 冨富
"""

USUAL = {pair[0]: pair[1] for pair in (_OLD_SHAPES + _JAPANESE).split()}
