/** Checks at the entrance that a request belongs to the tenant of its host, to the public site, or to neither. */
@NullMarked
package io.qudao.registry.web;

import org.jspecify.annotations.NullMarked;
