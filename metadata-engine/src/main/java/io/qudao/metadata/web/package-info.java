/** Configures a tenant over REST: components, the draft, its plan, releases, and the published state. */
@NullMarked
package io.qudao.metadata.web;

import org.jspecify.annotations.NullMarked;
