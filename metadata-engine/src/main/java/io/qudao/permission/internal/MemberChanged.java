package io.qudao.permission.internal;

import io.qudao.kernel.TenantId;

/** The rights or the state of a member changed. */
record MemberChanged(TenantId tenant, String subject) {}
