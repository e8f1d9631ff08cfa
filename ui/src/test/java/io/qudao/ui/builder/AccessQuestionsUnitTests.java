package io.qudao.ui.builder;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.Label;
import io.qudao.metadata.PermissionSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessQuestionsUnitTests {
    private static final PermissionSet ADMIN = set("admin", "*");
    private static final PermissionSet DESK = set("desk", "order.create");
    private static final PermissionSet DEALER = set("dealer", "order.receive");

    @Test
    void asksForNobodyWhoMayDoEverything() {
        assertThat(AccessQuestions.holders(List.of(ADMIN, DEALER, DESK))).containsExactly(DEALER, DESK);
    }

    @Test
    void asksWhichPartnersWhereTheyHoldASet() {
        assertThat(AccessQuestions.isOfPartners(DEALER)).isTrue();
        assertThat(AccessQuestions.isOfPartners(DESK)).isFalse();
    }

    private static PermissionSet set(String name, String permission) {
        return new PermissionSet(name, Label.of(name, name), Set.of(permission), Map.of());
    }
}
