package io.qudao.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.testing.ModuleRules;
import io.qudao.testing.SourceBudgets;
import org.junit.jupiter.api.Test;

class DeployArchitectureTests {

    @Test
    void keepsItsBudgets() {
        assertThat(SourceBudgets.excesses(ModuleRules.sources())).isEmpty();
    }

    @Test
    void keepsNoStaticStateAndReadsNoClock() { // R9
        var classes = ModuleRules.production("io.qudao.deploy");
        ModuleRules.NO_STATIC_MUTABLE_STATE.check(classes);
        ModuleRules.TIME_IS_INJECTED.check(classes);
    }
}
