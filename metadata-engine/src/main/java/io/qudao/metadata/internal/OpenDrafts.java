package io.qudao.metadata.internal;

import io.qudao.metadata.Draft;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens the chosen change set, in the caller's transaction. */
@Component
final class OpenDrafts {
    private final JdbcReleaseStore releases;
    private final JdbcChangeSetStore changeSets;
    private final Planner planner;
    private final Clock clock;

    OpenDrafts(JdbcReleaseStore releases, JdbcChangeSetStore changeSets, Planner planner, Clock clock) {
        this.releases = releases;
        this.changeSets = changeSets;
        this.planner = planner;
        this.clock = clock;
    }

    /** Opens it to be edited; the edits of a tenant follow one another. */
    OpenDraft open() {
        releases.lock();
        var live = releases.live();
        return new OpenDraft(changeSets, live, planner.footing(live).lower(), clock);
    }

    Draft read() {
        return changeSets.read().draft(releases.live().number());
    }

    void discard() {
        releases.lock();
        changeSets.current().ifPresent(changeSets::delete);
    }
}
