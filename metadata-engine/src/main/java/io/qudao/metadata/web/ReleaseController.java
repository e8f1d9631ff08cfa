package io.qudao.metadata.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violations;
import io.qudao.metadata.Plan;
import io.qudao.metadata.Release;
import io.qudao.metadata.Releases;
import io.qudao.metadata.Releases.Publication;
import io.qudao.metadata.web.PlanBody.Wrong;
import io.qudao.rest.ProblemTexts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The draft, the effects of publishing it, and the releases there were. */
@RestController
@RequestMapping("/api/v1/metadata")
class ReleaseController {
    private final Releases releases;
    private final ChangeSetChoice choice;
    private final ProblemTexts texts;

    ReleaseController(Releases releases, ChangeSetChoice choice, ProblemTexts texts) {
        this.releases = releases;
        this.choice = choice;
        this.texts = texts;
    }

    @GetMapping("/draft")
    @Permits("metadata.read")
    DraftBody draft(@RequestParam(required = false) @Nullable String changeSet) {
        return DraftBody.of(choice.in(changeSet, releases::draft));
    }

    @DeleteMapping("/draft")
    @Permits("metadata.edit")
    @HeadOffice
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@RequestParam(required = false) @Nullable String changeSet) {
        choice.in(changeSet, () -> {
            releases.discard();
            return true;
        });
    }

    @GetMapping("/plan")
    @Permits("metadata.read")
    PlanBody plan(@RequestParam(required = false) @Nullable String changeSet) {
        return body(choice.in(changeSet, releases::plan));
    }

    @PostMapping("/publish")
    @Permits("metadata.publish")
    @HeadOffice
    @ResponseStatus(HttpStatus.CREATED)
    Release publish(@RequestParam(required = false) @Nullable String changeSet, @RequestBody Consent consent) {
        return choice.in(changeSet, () -> releases.publish(consent.publication()));
    }

    /** Grants permission sets the rights to see, create and change the records of an object, in the same draft. */
    @PostMapping("/grants")
    @Permits("metadata.edit")
    @HeadOffice
    DraftBody grant(@RequestParam(required = false) @Nullable String changeSet, @RequestBody Granted body) {
        var violations = new Violations();
        String object = violations.text("object", body.object(), Integer.MAX_VALUE);
        var sets = violations.each(
                "permissionSets",
                violations.required("permissionSets", body.permissionSets(), List.<@Nullable String>of()),
                (path, name) -> name);
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return DraftBody.of(choice.in(changeSet, () -> releases.grant(object, Set.copyOf(sets))));
    }

    @GetMapping("/releases")
    @Permits("metadata.read")
    History history() {
        return new History(releases.history());
    }

    @GetMapping("/releases/{number}/rollback")
    @Permits("metadata.read")
    PlanBody planRollback(@PathVariable int number) {
        return body(releases.planRollback(number));
    }

    private PlanBody body(Plan plan) {
        return PlanBody.of(plan, releases.findings(plan), texts);
    }

    @PostMapping("/releases/{number}/rollback")
    @Permits("metadata.publish")
    @HeadOffice
    @ResponseStatus(HttpStatus.CREATED)
    Release rollback(@PathVariable int number, @RequestBody(required = false) @Nullable Consent consent) {
        return releases.rollback(number, consent == null ? new Publication("", false, null) : consent.publication());
    }

    /** Returns what ships with the platform now and conflicts with the tenant's own components. */
    @GetMapping("/upgrade")
    @Permits("metadata.read")
    Upgrade upgrade() {
        return new Upgrade(PlanBody.wrong(releases.upgradeConflicts(), texts));
    }

    /**
     * @param fingerprint of the plan that was accepted
     * @param access what permission sets get with the release
     */
    record Consent(
            @Nullable String comment,
            @Nullable Boolean destructive,
            @Nullable String fingerprint,
            @Nullable List<@Nullable AccessBody> access) {
        Publication publication() {
            var violations = new Violations();
            var granted = violations.each(
                    "access",
                    access == null ? List.<@Nullable AccessBody>of() : access,
                    (path, one) -> one.read(path, violations));
            violations.failIfAny(CommonProblem.INVALID_INPUT);
            return new Publication(
                    comment == null ? "" : comment.strip(), Boolean.TRUE.equals(destructive), fingerprint, granted);
        }
    }

    record Granted(@Nullable String object, @Nullable List<@Nullable String> permissionSets) {}

    record History(List<Release> items) {}

    record Upgrade(List<Wrong> conflicts) {}
}
