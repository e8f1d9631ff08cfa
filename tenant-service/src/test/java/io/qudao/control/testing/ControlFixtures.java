package io.qudao.control.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Beans for tests. */
@TestConfiguration(proxyBeanMethods = false)
public class ControlFixtures {

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    @Bean
    @Lazy
    Calls calls(Environment environment) {
        return new Calls(environment.getRequiredProperty("local.server.port", Integer.class));
    }
}
