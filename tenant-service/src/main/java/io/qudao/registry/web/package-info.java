/** The wall at the door: a request belongs to the tenant of its host, to the public site or to nobody. */
@NullMarked
package io.qudao.registry.web;

import org.jspecify.annotations.NullMarked;
