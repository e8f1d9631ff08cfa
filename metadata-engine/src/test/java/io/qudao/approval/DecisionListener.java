package io.qudao.approval;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears decisions as an owner of records does; refuses those of the record a test names. */
@Component
class DecisionListener {
    private final List<ApprovalDecided> heard = new CopyOnWriteArrayList<>();
    private final List<UUID> refused = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ApprovalDecided decided) {
        if (refused.contains(decided.record())) {
            throw new IllegalStateException("The record cannot follow");
        }
        heard.add(decided);
    }

    void refuse(UUID record) {
        refused.add(record);
    }

    List<Decision> heardOf(UUID record) {
        return heard.stream()
                .filter(decided -> decided.record().equals(record))
                .map(ApprovalDecided::decision)
                .toList();
    }
}
