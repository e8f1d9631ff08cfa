package io.qudao.metadata.web;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ChangeSets;
import io.qudao.metadata.ChangeSets.ChangeSet;
import io.qudao.metadata.ChangeSets.Side;
import java.util.HashSet;
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

/**
 * Change sets over REST. The other endpoints of metadata take {@code ?changeSet=}, otherwise they use the chosen one.
 */
@RestController
@RequestMapping("/api/v1/metadata/change-sets")
class ChangeSetController {
    private final ChangeSets changeSets;
    private final ChangeSetChoice choice;

    ChangeSetController(ChangeSets changeSets, ChangeSetChoice choice) {
        this.changeSets = changeSets;
        this.choice = choice;
    }

    @GetMapping
    @Permits("metadata.read")
    Listed list() {
        return new Listed(changeSets.list());
    }

    @PostMapping
    @Permits("metadata.edit")
    @HeadOffice
    @ResponseStatus(HttpStatus.CREATED)
    ChangeSet create(@RequestBody New body) {
        return changeSets.create(body.name() == null ? "" : body.name());
    }

    @PostMapping("/{id}/choose")
    @Permits("metadata.edit")
    @HeadOffice
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@PathVariable String id) {
        changeSets.choose(ChangeSetChoice.id(id));
    }

    @DeleteMapping("/{id}")
    @Permits("metadata.edit")
    @HeadOffice
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        changeSets.discard(ChangeSetChoice.id(id));
    }

    @PostMapping("/{id}/resolve")
    @Permits("metadata.edit")
    @HeadOffice
    DraftBody resolve(@PathVariable String id, @RequestBody Settled body) {
        var violations = new Violations();
        String kind = violations.text("kind", body.kind(), Integer.MAX_VALUE);
        String name = violations.text("name", body.name(), Integer.MAX_VALUE);
        var side = violations.choice("take", body.take(), Side.class);
        var attributes = new HashSet<String>();
        if (body.attributes() != null) {
            body.attributes().forEach(attribute -> attributes.add(String.valueOf(attribute)));
            if (attributes.isEmpty()) {
                violations.add("attributes", "required");
            }
        }
        violations.failIfAny(CommonProblem.INVALID_INPUT);
        return DraftBody.of(
                choice.in(id, () -> changeSets.resolve(ComponentController.key(kind, name), side, attributes)));
    }

    record Listed(List<ChangeSet> items) {}

    record New(@Nullable String name) {}

    /**
     * @param take side that wins where both changed an attribute: {@code mine} or {@code theirs}
     * @param attributes the attributes this is for; absent: all
     */
    record Settled(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String take,
            @Nullable List<String> attributes) {}
}
