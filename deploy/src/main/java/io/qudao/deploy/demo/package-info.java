/** A fictitious brand with its channel, loaded over the public REST API, to explore the system. */
@NullMarked
package io.qudao.deploy.demo;

import org.jspecify.annotations.NullMarked;
