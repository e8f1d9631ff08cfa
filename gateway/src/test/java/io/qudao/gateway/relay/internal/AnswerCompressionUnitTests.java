package io.qudao.gateway.relay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.Compression;
import org.springframework.util.unit.DataSize;

class AnswerCompressionUnitTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                   | application/json                | 5000 | true
            br;q=1, GZIP;q=0.5     | application/json;charset=UTF-8  | 5000 | true
            deflate,gzip           | application/json                |      | true
            gzip;q=0               | application/json                | 5000 | false
            gzip;q=0.0             | application/json                | 5000 | false
            xgzip                  | application/json                | 5000 | false
            br                     | application/json                | 5000 | false
            gzip                   | application/json                | 1023 | false
            gzip                   | image/png                       | 5000 | false
            gzip                   |                                 | 5000 | false
            """)
    void compressesWhatIsAcceptedLongAndText(
            String accepted, @Nullable String type, @Nullable String length, boolean pays) {
        Compression settings = new Compression();
        settings.setEnabled(true);
        settings.setMinResponseSize(DataSize.ofKilobytes(1));
        HttpHeaders answer = new DefaultHttpHeaders();
        if (type != null) {
            answer.set("Content-Type", type);
        }
        if (length != null) {
            answer.set("Content-Length", length);
        }
        assertThat(new AnswerCompression(settings).pays(accepted, answer)).isEqualTo(pays);
        assertThat(new AnswerCompression(settings).pays(accepted, answer.set("Content-Encoding", "br")))
                .isFalse();
    }
}
