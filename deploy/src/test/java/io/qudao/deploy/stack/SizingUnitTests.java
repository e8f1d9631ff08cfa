package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizingUnitTests {

    @Test
    void leavesHalfOfASmallLaptopFree() {
        var sizing = Sizing.of(4096, 1);
        int heaps = sizing.platformHeap() + sizing.tenantServiceHeap() + sizing.gatewayHeap();
        assertThat(sizing.sharedBuffers() + heaps + Sizing.REDIS).isLessThan(2048);
    }

    @Test
    void growsWithTheMachineAndEnds() {
        assertThat(Sizing.of(16_384, 1)).isEqualTo(new Sizing(1024, 2048, 384, 384));
        assertThat(Sizing.of(16_384, 4).platformHeap()).isLessThan(2048);
        assertThat(Sizing.of(1_000_000, 1)).isEqualTo(Sizing.of(500_000, 1));
    }
}
