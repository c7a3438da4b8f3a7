package org.shuxiang.campaign.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrawlersTest {

    private static final Crawlers CRAWLERS = Crawlers.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1;"
                        + " +http://www.google.com/bot.html) Chrome/124.0.6367.118 Safari/537.36",
                "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
                "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36"
                        + " (compatible; Bytespider; https://zhanzhang.toutiao.com/)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/124.0.0.0"
                        + " Safari/537.36",
                "curl/8.5.0",
                "python-requests/2.32.3",
            })
    void knowsACrawler(String userAgent) {
        assertThat(CRAWLERS.sent(userAgent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // WeChat on Android, on an iPhone and on a computer
                "Mozilla/5.0 (Linux; Android 13; V2206A Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like"
                        + " Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202"
                        + " MMWEBID/2247 MicroMessenger/8.0.47.2560(0x28002F30) WeChat/arm64 Weixin NetType/WIFI"
                        + " Language/zh_CN ABI/arm64",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Mobile/15E148 MicroMessenger/8.0.48(0x18003030) NetType/4G Language/zh_CN",
                "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/107.0.0.0"
                        + " Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI WindowsWechat",
                // Safari
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.4.1 Mobile/15E148 Safari/604.1",
                // Huawei, Xiaomi, QQ, Quark, Baidu's app, Douyin
                "Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00; HMSCore 6.13.0.302) AppleWebKit/537.36 (KHTML,"
                        + " like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/14.0.5.304 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; U; Android 13; zh-cn; 2201122C Build/TKQ1) AppleWebKit/537.36 (KHTML, like"
                        + " Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/17.6.50",
                "Mozilla/5.0 (Linux; U; Android 12; zh-cn; PGJM10 Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Version/4.0 Chrome/98.0.4758.102 MQQBrowser/14.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; U; Android 13; zh-CN; 22081212C Build/TKQ1) AppleWebKit/537.36 (KHTML, like"
                        + " Gecko) Version/4.0 Chrome/100.0.4896.58 Quark/6.5.5.391 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 12; M2012K11AC; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                        + " Chrome/97.0.4692.98 Mobile Safari/537.36 T7/13.40 baiduboxapp/13.40.0.10 (Baidu; P1 12)",
                "Mozilla/5.0 (Linux; Android 10; ELS-AN00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                        + " Chrome/88.0 Mobile Safari/537.36 aweme_230400 NetType/WIFI BytedanceWebview/d8a21c6",
            })
    void takesAReaderForAReader(String userAgent) {
        assertThat(CRAWLERS.sent(userAgent)).isFalse();
    }

    @Test
    void looksAtTheBeginningOfALongNameOnly() {
        String padding = "x".repeat(10_000);
        assertThat(CRAWLERS.sent("Baiduspider " + padding)).isTrue();
        assertThat(CRAWLERS.sent(padding + " Baiduspider")).isFalse();
    }

    @Test
    void takesWhateverDoesNotSayWhatItIsForACrawler() {
        assertThat(CRAWLERS.sent(null)).isTrue();
        assertThat(CRAWLERS.sent(" ")).isTrue();
    }
}
