/** Stores pending and decided approvals in PostgreSQL. */
@NullMarked
package io.qudao.approval.internal;

import org.jspecify.annotations.NullMarked;
