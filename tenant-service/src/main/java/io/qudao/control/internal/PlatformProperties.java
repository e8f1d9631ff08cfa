package io.qudao.control.internal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this program reaches the platform.
 *
 * @param url URL of any platform node, or of a load balancer in front of them
 */
@ConfigurationProperties("qudao.platform")
record PlatformProperties(URI url) {}
