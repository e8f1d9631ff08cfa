package io.qudao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.qudao.testing.ModuleRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL is written with the kit; what is from before it only becomes less (DD070). */
class SqlKitArchitectureTests {
    /** Statements beside the kit, in the engine and the applications. Whoever moves one lowers this. */
    private static final int BESIDE_THE_KIT = 0;

    /** Modules without any. */
    private static final Set<String> MOVED = Set.of("cart", "credit", "fulfillment", "inventory", "ordering");

    @Test
    void bindsTheTenantByHandInNoNewPlace() {
        assertThat(beside()).hasSize(BESIDE_THE_KIT);
    }

    @Test
    void writesDocumentsAndLedgersWithTheKitOnly() {
        assertThat(beside())
                .extracting(call -> call.getOriginOwner().getPackageName().split("\\.")[2])
                .doesNotContainAnyElementsOf(MOVED);
    }

    private static List<JavaMethodCall> beside() {
        return ModuleRules.production("io.qudao").stream()
                .filter(type -> !type.getPackageName().equals("io.qudao.sql"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(JdbcClient.class)
                        && call.getName().equals("sql"))
                .collect(Collectors.toList());
    }
}
