package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalProgressUnitTests {

    @Test
    void keepsAPersonInformedOnOneLine() {
        var fixture = new TerminalFixture(true, "");
        var progress = new TerminalProgress(fixture.terminal());
        progress.starting("redis");
        progress.starting("postgres");
        progress.ready("redis", Duration.ofMillis(900));
        assertThat(fixture.printed()).endsWith("\rStarting: 1 ready, waiting for postgres\033[K");
        for (int node = 1; node <= 8; node++) {
            progress.starting("platform-" + node);
        }
        String last = fixture.printed().substring(fixture.printed().lastIndexOf('\r') + 1);
        assertThat(last.replace("\033[K", "")).hasSizeLessThan(80);
        for (int node = 1; node <= 8; node++) {
            progress.ready("platform-" + node, Duration.ofSeconds(20));
        }
        progress.ready("postgres", Duration.ofSeconds(2));
        assertThat(fixture.printed()).doesNotContain("waiting for \033");
        progress.note("Stopping ...");
        assertThat(fixture.printed()).endsWith("\r\033[KStopping ...\n");
    }

    @Test
    void writesALineForEachServiceToALog() {
        var fixture = new TerminalFixture(false, "");
        var progress = new TerminalProgress(fixture.terminal());
        progress.starting("redis");
        progress.ready("redis", Duration.ofMillis(900));
        assertThat(fixture.printed()).isEqualTo("  redis ready after 0.9 s\n");
    }
}
