package io.qudao.control.internal;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The platform as this program reaches it.
 *
 * @param url of any platform node, or of what stands before them
 */
@ConfigurationProperties("qudao.platform")
record PlatformProperties(URI url) {}
