package io.qudao.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.deploy.TerminalFixture;
import org.junit.jupiter.api.Test;

class ProgressBarUnitTests {
    @Test
    void showsAPersonWhatIsDoneAndHowLongTheRestTakes() {
        var terminal = new TerminalFixture(true, "");
        var bar = new ProgressBar(terminal.terminal(), 4, 2);
        bar.step();
        assertThat(terminal.printed()).containsPattern("\\[#{22}\\.{8}] 3 of 4 orders, [\\d,]+/s, \\d+:\\d\\d left");
        bar.step();
        assertThat(terminal.printed()).containsPattern("\\[#{30}] 4 of 4 orders, [\\d,]+/s, 0:00 left");
    }

    @Test
    void writesALineForEachTenthToALog() {
        var terminal = new TerminalFixture(false, "");
        var bar = new ProgressBar(terminal.terminal(), 1_000, 0);
        for (int i = 0; i < 1_000; i++) {
            bar.step();
        }
        assertThat(terminal.printed().lines()).hasSize(10).last().asString().contains("1,000 of 1,000 orders");
    }
}
