package io.qudao.permission.internal;

import io.qudao.record.MemberPartners;
import io.qudao.tenancy.TenantScope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Active members own records for the first partner they act for. */
@Component
final class MemberHomes implements MemberPartners {
    private final KnownMembers members;

    MemberHomes(KnownMembers members) {
        this.members = members;
    }

    @Override
    public Optional<Home> homeOf(UUID member) {
        return members.find(TenantScope.caller().tenant(), member)
                .filter(found -> found.active())
                .map(found -> new Home(
                        found.partners().isEmpty() ? null : found.partners().getFirst()));
    }
}
