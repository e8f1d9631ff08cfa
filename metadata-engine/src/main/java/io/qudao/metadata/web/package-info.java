/** Shaping a tenant over REST: components, the draft, its plan, releases, and what is live. */
@NullMarked
package io.qudao.metadata.web;

import org.jspecify.annotations.NullMarked;
