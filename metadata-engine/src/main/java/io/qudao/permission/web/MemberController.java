package io.qudao.permission.web;

import io.qudao.kernel.AnyMember;
import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.Permits;
import io.qudao.kernel.PersonRules;
import io.qudao.kernel.Slice;
import io.qudao.kernel.Violations;
import io.qudao.permission.Member;
import io.qudao.permission.MemberChange;
import io.qudao.permission.Members;
import io.qudao.permission.NewMember;
import io.qudao.rest.EntityTag;
import io.qudao.tenancy.TenantScope;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members over REST, and the caller's own entry. */
@RestController
@RequestMapping("/api/v1")
class MemberController {
    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @GetMapping("/me")
    @AnyMember
    Me me() {
        var caller = TenantScope.caller();
        var tenant = caller.tenant();
        return new Me(
                new Home(tenant.slug(), tenant.name(), tenant.currency().value()),
                members.me(),
                caller.partner(),
                new TreeSet<>(caller.permissions()),
                caller.locale());
    }

    @GetMapping("/members")
    @Permits("member.read")
    Slice<Member> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return members.list(cursor, limit);
    }

    @GetMapping("/members/{id}")
    @Permits("member.read")
    ResponseEntity<Member> get(@PathVariable UUID id) {
        return tagged(members.get(id));
    }

    @PostMapping("/members")
    @Permits("member.manage")
    ResponseEntity<Member> invite(@RequestBody Invitation body) {
        var member = members.invite(body.checked());
        return ResponseEntity.created(URI.create("/api/v1/members/" + member.id()))
                .eTag(new EntityTag(member.version()).toString())
                .body(member);
    }

    @PatchMapping("/members/{id}")
    @Permits("member.manage")
    ResponseEntity<Member> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Change body) {
        return tagged(members.change(id, EntityTag.required(ifMatch).version(), body.read()));
    }

    private static ResponseEntity<Member> tagged(Member member) {
        return ResponseEntity.ok()
                .eTag(new EntityTag(member.version()).toString())
                .body(member);
    }

    /** Returns the items of a list, refusing nulls; empty if there is no list. */
    private static <T> Optional<List<T>> items(String field, @Nullable List<@Nullable T> given, Violations violations) {
        return given == null ? Optional.empty() : Optional.of(violations.each(field, given, (path, item) -> item));
    }

    /** The caller. */
    record Me(Home tenant, Member member, @Nullable UUID partner, Set<String> permissions, Locale locale) {}

    record Home(String slug, String name, String currency) {}

    /** A member as sent by the client; any attribute may be missing. */
    record Invitation(
            @Nullable String name,
            @Nullable String email,
            @Nullable Locale locale,
            @Nullable String password,
            @Nullable List<@Nullable UUID> partners,
            @Nullable List<@Nullable String> permissionSets) {
        NewMember checked() {
            var violations = new Violations();
            violations.required("name", name, "");
            violations.required("email", email, "");
            var acting = items("partners", partners, violations).orElse(List.of());
            var sets = items("permissionSets", permissionSets, violations).orElse(List.of());
            violations.failIfAny(CommonProblem.INVALID_INPUT);
            return new NewMember(
                    String.valueOf(name).strip(),
                    PersonRules.normal(String.valueOf(email)),
                    locale,
                    password,
                    acting,
                    Set.copyOf(sets));
        }
    }

    /** A change as sent by the client; missing attributes stay as they are. */
    record Change(
            @Nullable String name,
            @Nullable Locale locale,
            @Nullable Boolean active,
            @Nullable List<@Nullable UUID> partners,
            @Nullable List<@Nullable String> permissionSets) {
        MemberChange read() {
            var violations = new Violations();
            var acting = items("partners", partners, violations);
            var sets = items("permissionSets", permissionSets, violations);
            violations.failIfAny(CommonProblem.INVALID_INPUT);
            return new MemberChange(
                    Optional.ofNullable(name),
                    Optional.ofNullable(locale),
                    Optional.ofNullable(active),
                    acting,
                    sets.map(Set::copyOf));
        }
    }
}
