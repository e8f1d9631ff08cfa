package io.qudao.permission.internal;

import io.qudao.kernel.TenantId;

/** A member's rights or state are other than before. */
record MemberChanged(TenantId tenant, String subject) {}
