package io.qudao.search.internal;

import io.qudao.metadata.ObjectType;
import io.qudao.record.Constraints;
import io.qudao.record.Constraints.Constraint;
import io.qudao.record.Constraints.Kind;
import io.qudao.record.Constraints.State;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the state of searchable fields among the constraints. */
@Component
final class SearchableConstraints implements Constraints.Keeper {
    private final IndexingRows rows;
    private final TransactionTemplate transaction;

    SearchableConstraints(IndexingRows rows, TransactionTemplate transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    @Override
    public List<Constraint> of(ObjectType type) {
        var texts = SearchTexts.of(type);
        if (texts.isEmpty()) {
            return List.of();
        }
        var state = transaction.execute(status -> state(texts));
        return texts.fields().stream()
                .map(field -> new Constraint(field.name(), Kind.SEARCHABLE, state, 0, List.of()))
                .toList();
    }

    private State state(SearchTexts texts) {
        return rows.find(texts.type().name())
                .filter(indexed -> indexed.signature().equals(texts.signature()))
                .map(indexed -> switch (indexed.state()) {
                    case BUILDING, SENT -> State.BUILDING;
                    case READY -> State.ENFORCED;
                    case LEAVING -> State.REQUESTED;
                })
                .orElse(State.REQUESTED);
    }
}
