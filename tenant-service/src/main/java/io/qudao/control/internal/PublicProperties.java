package io.qudao.control.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The public addresses of the installation.
 *
 * @param base pattern with the tenant's label, such as {@code https://{tenant}.example.com}
 */
@ConfigurationProperties("qudao.public")
record PublicProperties(String base) {}
