package io.qudao.metadata.web;

import io.qudao.kernel.Permits;
import io.qudao.kernel.Violation;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Publication;
import io.qudao.metadata.SlotState;
import io.qudao.rest.ProblemTexts;
import io.qudao.tenancy.TenantScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft, what publishing it would do, and the releases there were. */
@RestController
@RequestMapping("/api/v1/metadata")
class ReleaseEndpoints {
    private final Releases releases;
    private final ProblemTexts texts;

    ReleaseEndpoints(Releases releases, ProblemTexts texts) {
        this.releases = releases;
        this.texts = texts;
    }

    @GetMapping("/draft")
    @Permits("metadata.read")
    DraftBody draft() {
        return DraftBody.of(releases.draft());
    }

    @DeleteMapping("/draft")
    @Permits("metadata.edit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard() {
        releases.discard();
    }

    @GetMapping("/plan")
    @Permits("metadata.read")
    PlanBody plan() {
        var plan = releases.plan();
        return new PlanBody(
                plan.base(),
                plan.newest(),
                plan.isDestructive(),
                plan.fingerprint(),
                plan.changes().stream()
                        .map(change -> new ChangeBody(
                                change.key().kind().code(),
                                change.key().name(),
                                change.action(),
                                change.attributes(),
                                change.destructive()))
                        .toList(),
                plan.violations().stream().map(this::violation).toList(),
                plan.slots().stream()
                        .map(slot -> new SlotBody(slot.object(), slot.field(), slot.column(), slot.state()))
                        .toList());
    }

    @PostMapping("/publish")
    @Permits("metadata.publish")
    @ResponseStatus(HttpStatus.CREATED)
    Release publish(@RequestBody Consent consent) {
        return releases.publish(new Publication(
                consent.comment() == null ? "" : consent.comment().strip(),
                Boolean.TRUE.equals(consent.destructive()),
                consent.fingerprint()));
    }

    @GetMapping("/releases")
    @Permits("metadata.read")
    History history() {
        return new History(releases.history());
    }

    @PostMapping("/releases/{number}/rollback")
    @Permits("metadata.publish")
    @ResponseStatus(HttpStatus.CREATED)
    Release rollback(@PathVariable int number) {
        return releases.rollback(number);
    }

    private Wrong violation(Violation violation) {
        var locale = TenantScope.caller().locale();
        return new Wrong(violation.field(), violation.code(), texts.message(violation, locale));
    }

    /** @param fingerprint of the plan that is agreed to */
    record Consent(
            @Nullable String comment,
            @Nullable Boolean destructive,
            @Nullable String fingerprint) {}

    record History(List<Release> items) {}

    record PlanBody(
            int base,
            int newest,
            boolean destructive,
            String fingerprint,
            List<ChangeBody> changes,
            List<Wrong> violations,
            List<SlotBody> slots) {}

    record ChangeBody(String kind, String name, Plan.Action action, List<String> attributes, boolean destructive) {}

    record SlotBody(String object, String field, String column, SlotState state) {}

    record Wrong(String field, String code, String message) {}
}
