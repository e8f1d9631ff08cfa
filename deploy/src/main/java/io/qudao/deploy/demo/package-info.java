/** A made-up brand with its channel, loaded over the public REST API, to look around in. */
@NullMarked
package io.qudao.deploy.demo;

import org.jspecify.annotations.NullMarked;
