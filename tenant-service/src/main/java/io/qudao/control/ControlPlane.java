package io.qudao.control;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The control plane: sign-up, tenants, identities and the OpenID provider. */
@SpringBootApplication(
        scanBasePackages = {
            "io.qudao.control",
            "io.qudao.registry",
            "io.qudao.identity",
            "io.qudao.provisioning",
            "io.qudao.onboarding"
        })
@ConfigurationPropertiesScan({
    "io.qudao.control",
    "io.qudao.registry",
    "io.qudao.identity",
    "io.qudao.provisioning",
    "io.qudao.onboarding"
})
@EnableScheduling
public class ControlPlane {

    public static void main(String[] arguments) {
        SpringApplication.run(ControlPlane.class, arguments);
    }
}
