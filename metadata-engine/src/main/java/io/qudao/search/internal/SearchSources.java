package io.qudao.search.internal;

import io.qudao.kernel.CommonProblem;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violation;
import io.qudao.search.SearchSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The searchable objects with their sources. */
@Component
final class SearchSources {
    private final Map<String, SearchSource> byObject = new TreeMap<>();

    SearchSources(List<SearchSource> sources) {
        for (SearchSource source : sources) {
            if (byObject.put(source.object(), source) != null) {
                throw new IllegalStateException("Two search sources are named " + source.object());
            }
        }
    }

    Collection<SearchSource> all() {
        return byObject.values();
    }

    Optional<SearchSource> find(String object) {
        return Optional.ofNullable(byObject.get(object));
    }

    /** Returns whether a change of the object's records may affect the index. */
    boolean isOf(String object) {
        return byObject.values().stream().anyMatch(source -> source.objects().contains(object));
    }

    Set<String> topics() {
        return byObject.values().stream()
                .flatMap(source -> source.topics().stream())
                .collect(Collectors.toSet());
    }

    /** Raises a problem if one of these cannot be searched. */
    void require(Set<String> objects) {
        if (!byObject.keySet().containsAll(objects)) {
            throw new ProblemException(
                    CommonProblem.INVALID_INPUT,
                    List.of(Violation.of("objects", "not_one_of", String.join(", ", byObject.keySet()))));
        }
    }
}
