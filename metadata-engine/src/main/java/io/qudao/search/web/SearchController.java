package io.qudao.search.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.qudao.kernel.AnyMember;
import io.qudao.kernel.HeadOffice;
import io.qudao.kernel.Permits;
import io.qudao.kernel.Slice;
import io.qudao.search.Search;
import io.qudao.search.SearchHit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Finding records by words. */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping
    @AnyMember
    Slice<Found> search(
            @RequestParam("q") String query,
            @RequestParam(defaultValue = "") Set<String> objects,
            @RequestParam(defaultValue = "20") int limit) {
        List<SearchHit> hits = search.search(query, objects, limit);
        return new Slice<>(hits.stream().map(Found::of).toList(), null);
    }

    /** Rebuilds the index of these objects, or of all. */
    @PostMapping("/reindex")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Permits("search.manage")
    @HeadOffice
    Reindexed reindex(@RequestParam(defaultValue = "") Set<String> objects) {
        return new Reindexed(search.reindex(objects));
    }

    record Found(
            String object,
            UUID id,
            String title,
            @JsonRawValue String payload,
            int score) {
        static Found of(SearchHit hit) {
            return new Found(hit.object(), hit.id(), hit.title(), hit.payload(), hit.score());
        }
    }

    /** @param records number of records that will be indexed */
    record Reindexed(long records) {}
}
