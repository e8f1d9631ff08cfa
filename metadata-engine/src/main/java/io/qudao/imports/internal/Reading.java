package io.qudao.imports.internal;

import io.qudao.imports.ImportEncoding;
import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Rates how plausible a text is in one encoding, by the share of characters that such texts usually contain. The bytes
 * of one Chinese encoding are mostly valid in the others, but then decode to rare characters.
 */
final class Reading implements IntPredicate {
    /** Number of characters after which the rating is clear; the rest is not read. */
    private static final int ENOUGH = 20_000;

    private static final int SAMPLE = 24;
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    /** The most frequent characters of ordinary Chinese, simplified and traditional, and of trade. */
    private static final String FREQUENT = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
            + "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
            + "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最"
            + "立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区"
            + "强放决西被干做必战先回则任取据处南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转"
            + "更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉"
            + "林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准"
            + "精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随"
            + "病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼"
            + "波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂"
            + "飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌"
            + "略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲"
            + "游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾"
            + "讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉"
            + "编码备注箱瓶盒袋罐店铺镇街渠伙伴贩销订购库仓茅雪碧可芬啤矿泉饮奶糖饼烟洗纸巾牙膏零售批发代理客户联系电话邮箱地址城县旗"
            + "這為個國時來們於對會發動過說產種後學經進著電裡現實兩體機當點從業應開還義樣與關線數內質氣變條沒結問無軍題黨員總設長頭資邊級圖統較將"
            + "組見計別論運農區強決幹戰則據處給門規熱領東導壓爭濟階術極聯認權證單風帶場車務萬達積議聲報鬥類離華確張馬節話況傳許廣記織裝眾書復兒際"
            + "驗連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴隨蘇講黃顯談藝營項舉勢臺幫輪師圍遠態減樹"
            + "魚視僅費緊愛續輕試護練負擊範繼興餘輸夠筆財職覺漢畫雖雜飛檢陽創壞徑換鋼責簡錢盡衝獨環雙請讓軸紀優礎載敵勝絕塊劑測絲協訴陳羅鹽錯"
            + "頻終雲衛燒語揮紙醫針劉誤訓願審獲鮮糧孩龍漸歡剛謂討亂殺藥寧貴鐘讀豐蘭擔執樂誰順煙縮臉異買靜補評編碼註貨瓶罐鋪鎮渠夥伴販銷訂購庫倉"
            + "飲餅";

    private static final BitSet KNOWN = FREQUENT.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    private static final String MARKS = "，。、；：？！“”‘’（）《》【】·—…￥％＋－／＆　①②③④⑤℃";

    private final ImportEncoding encoding;
    private final CharsetEncoder common;
    private final StringBuilder sample = new StringBuilder();
    private long foreign;
    private long frequent;
    private long usual;
    private long beyondLatin;
    private long bare;
    private boolean inWord;
    private boolean waits;

    Reading(ImportEncoding encoding) {
        this.encoding = encoding;
        this.common = Charset.forName(encoding == ImportEncoding.BIG5 ? "Big5" : "GB2312")
                .newEncoder();
    }

    ImportEncoding encoding() {
        return encoding;
    }

    /** Takes the next character; returns true when enough are known. */
    @Override
    public boolean test(int each) {
        if (each < 0x80 || each == '\uFEFF') {
            boolean small = Character.isLowerCase(each);
            bare -= small && waits ? 1 : 0;
            waits = false;
            inWord = small;
            return false;
        }
        foreign++;
        if (sample.length() < SAMPLE) {
            sample.append((char) each);
        }
        frequent += KNOWN.get(each) || MARKS.indexOf(each) >= 0 ? 1 : 0;
        usual += common.canEncode((char) each) ? 1 : 0;
        beyondLatin += each >= FIRST_OF_THREE_BYTES ? 1 : 0;
        boolean latin = Character.isLetter(each) && UnicodeScript.of(each) == UnicodeScript.LATIN;
        inWord = inWord && latin && Character.isLowerCase(each);
        bare += inWord ? 0 : 1;
        waits = latin && !inWord;
        return foreign >= ENOUGH;
    }

    /** Returns the reading that clearly stands out; empty if none does. */
    static Optional<Reading> choose(List<Reading> possible) {
        var unicode = possible.getFirst().encoding == ImportEncoding.UTF_8
                ? Optional.of(possible.getFirst())
                : Optional.<Reading>empty();
        if (unicode.filter(Reading::isClearlyUnicode).isPresent()) {
            return unicode;
        }
        var chinese = possible.stream()
                .filter(reading -> reading.encoding != ImportEncoding.UTF_8)
                .sorted(Comparator.comparingDouble(Reading::likelihood).reversed())
                .toList();
        if (chinese.isEmpty()) {
            return unicode;
        }
        var best = chinese.getFirst();
        if (unicode.isPresent()) {
            return best.isPlausible() ? Optional.empty() : unicode;
        }
        double second = chinese.size() > 1 ? chinese.get(1).likelihood() : 0;
        boolean clear = best.likelihood() >= 0.5 && best.likelihood() - second >= 0.3;
        boolean alone = best.frequent > 0 && best.likelihood() > 0.2 && second < 0.1;
        return clear || alone ? Optional.of(best) : Optional.empty();
    }

    /** Returns the beginning of the text in each reading, to let the sender choose. */
    static String samples(List<Reading> readings) {
        return readings.stream()
                .map(reading -> reading.encoding.code() + " " + reading.sample)
                .collect(Collectors.joining(", "));
    }

    /**
     * Whether the text is plain ASCII, has characters of three bytes, or has accented letters that each stand beside a
     * small letter of the same word: after a capital as in {@code HP墨} they may well be Chinese.
     */
    private boolean isClearlyUnicode() {
        return foreign == 0 || bare == 0 || (beyondLatin * 2 >= foreign && frequent * 2 >= beyondLatin);
    }

    private boolean isPlausible() {
        return likelihood() >= 0.5 || usual == foreign;
    }

    /** Returns the share of characters typical of this encoding, between 0 and 1. */
    private double likelihood() {
        return foreign == 0 ? 0 : (3.0 * frequent + usual) / (4.0 * foreign);
    }
}
