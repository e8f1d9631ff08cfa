package io.qudao.testing;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** Every Qudao module on the class path, as a platform node starts them. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("io.qudao")
public class EngineTestApplication {}
