package io.qudao.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class HostPlatformUnitTests {

    @Test
    void knowsWhatHasBinaries() {
        assertThat(HostPlatform.of("Linux", "amd64")).isEqualTo(HostPlatform.LINUX_AMD64);
        assertThat(HostPlatform.of("Mac OS X", "aarch64")).isEqualTo(HostPlatform.MAC_AARCH64);
    }

    @Test
    void sendsOthersToContainers() {
        assertThatExceptionOfType(StackFailure.class)
                .isThrownBy(() -> HostPlatform.of("Windows 11", "amd64"))
                .withMessageContaining("Windows 11")
                .satisfies(failure -> assertThat(failure.advice().getFirst()).contains("compose"));
    }
}
