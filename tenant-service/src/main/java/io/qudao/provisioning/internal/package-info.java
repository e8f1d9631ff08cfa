/** Jobs in PostgreSQL, and the call to the platform. */
@NullMarked
package io.qudao.provisioning.internal;

import org.jspecify.annotations.NullMarked;
