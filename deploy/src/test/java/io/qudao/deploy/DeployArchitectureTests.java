package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeployArchitectureTests {

    @Test
    void keepsItsBudgets() {
        assertThat(SourceBudgets.excesses(ModuleRules.sources())).isEmpty();
    }

    /** It depends on no other Qudao code, so its own tests cannot look. */
    @Test
    void keepsTheBudgetsOfTheGateway() {
        var gateway = Path.of("..", "gateway");
        var sources = Stream.of(ModuleRules.sources()).map(gateway::resolve).toArray(Path[]::new);
        assertThat(SourceBudgets.excesses(sources)).isEmpty();
    }

    @Test
    void keepsNoStaticStateAndReadsNoClock() { // R9
        var classes = ModuleRules.production("io.qudao.deploy");
        ModuleRules.NO_STATIC_MUTABLE_STATE.check(classes);
        ModuleRules.TIME_IS_INJECTED.check(classes);
    }
}
