package io.qudao.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Ids;
import io.qudao.search.SearchDocument;
import io.qudao.search.SearchHit;
import io.qudao.search.SearchIndex;
import io.qudao.tenancy.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every index of searches does, whatever is behind it. */
abstract class SearchIndexContract {
    private Tenant tenant;

    abstract SearchIndex index();

    abstract Tenant newTenant();

    /** Does work for a tenant; what was written before is visible to it. */
    abstract <T> T in(Tenant owner, Supplier<T> work);

    @BeforeEach
    void makeTenant() {
        tenant = newTenant();
    }

    @ParameterizedTest
    @CsvSource({
        "可乐, 可口可乐 500ml 瓶装",
        "口可, 可口可乐 500ml 瓶装",
        "瓶, 可口可乐 500ml 瓶装",
        "装, 可口可乐 500ml 瓶装",
        "瓶装可乐, ''",
        "可乐 瓶装, 可口可乐 500ml 瓶装",
        "500, 可口可乐 500ml 瓶装",
        "ml, 可口可乐 500ml 瓶装",
        "５００ＭＬ, 可口可乐 500ml 瓶装",
        "茅, 贵州茅台酒",
        "台酒, 贵州茅台酒",
        "cot, Château Müller Côte d'Or",
        "muller chateau, Château Müller Côte d'Or",
        "MÜL, Château Müller Côte d'Or",
        "ller, ''",
        "or, Château Müller Côte d'Or",
        "sku-10023, 贵州茅台酒",
        "SKU10023, 贵州茅台酒",
        "10023, 贵州茅台酒",
        "6901028, 可口可乐 500ml 瓶装",
        "飞天, 贵州茅台酒",
        "nothing, ''",
    })
    void findsWordsByTheirBeginningAndChineseByFragment(String query, String title) {
        put(
                document("product", "可口可乐 500ml 瓶装", List.of("6901028001"), List.of("碳酸饮料")),
                document("product", "贵州茅台酒", List.of("SKU-10023"), List.of("53度 飞天")),
                document("product", "Château Müller Côte d'Or", List.of(), List.of()));
        var titles = search(query).stream().map(SearchHit::title).toList();
        assertThat(titles).isEqualTo(title.isEmpty() ? List.of() : List.of(title));
    }

    @Test
    void findsNothingForAQueryThatSaysNothing() {
        put(document("product", "Cola", List.of(), List.of()));
        assertThat(search("")).isEmpty();
        assertThat(search(" -!? ")).isEmpty();
        assertThat(search("%")).isEmpty();
        assertThat(search("*")).isEmpty();
    }

    @Test
    void putsBetterMatchesFirst() {
        var ids = List.of(id(1), id(2), id(3), id(4), id(5));
        put(
                document(ids.get(4), "product", "Cola", List.of(), List.of()),
                document(ids.get(1), "product", "Colada", List.of(), List.of()),
                document(ids.get(3), "partner", "Shop", List.of("cola"), List.of()),
                document(ids.get(0), "product", "Water", List.of(), List.of("not cola")),
                document(ids.get(2), "product", "Colada", List.of(), List.of()));
        var hits = search("cola");
        assertThat(hits.stream().map(SearchHit::id))
                .containsExactly(ids.get(4), ids.get(1), ids.get(2), ids.get(3), ids.get(0));
        assertThat(hits.stream().map(SearchHit::score)).containsExactly(45, 40, 40, 35, 15);
        for (int i = 0; i < hits.size(); i++) {
            var last = hits.get(i);
            assertThat(in(tenant, () -> index().search("cola", Set.of(), last, 10)))
                    .as("after " + last)
                    .isEqualTo(hits.subList(i + 1, hits.size()));
        }
    }

    @Test
    void looksOnlyWhereItIsTold() {
        put(document("product", "Nanjing", List.of(), List.of()), document("partner", "Nanjing", List.of(), List.of()));
        var hits = in(tenant, () -> index().search("nanjing", Set.of("partner"), null, 10));
        assertThat(hits.stream().map(SearchHit::object)).containsExactly("partner");
        assertThat(search("nanjing")).hasSize(2);
    }

    @Test
    void replacesAndRemoves() {
        var id = Ids.next();
        put(document(id, "product", "Old name 旧名", List.of("k1"), List.of()));
        put(document(id, "product", "New name", List.of("k2"), List.of("k1")));
        assertThat(search("旧名")).isEmpty();
        assertThat(search("k1").getFirst().score()).isEqualTo(15);
        assertThat(search("k2").getFirst().title()).isEqualTo("New name");
        assertThat(search("k2").getFirst().payload()).isEqualTo("{\"n\":1}");
        in(tenant, () -> {
            index().remove("product", List.of(id, Ids.next()));
            return id;
        });
        assertThat(search("new")).isEmpty();
        assertThat(search("k1")).isEmpty();
    }

    @Test
    void keepsTenantsApart() { // T1
        var id = Ids.next();
        put(document(id, "product", "Secret 秘密", List.of(), List.of()));
        var other = newTenant();
        assertThat(in(other, () -> index().search("secret", Set.of(), null, 10)))
                .isEmpty();
        assertThat(in(other, () -> index().search("秘密", Set.of(), null, 10))).isEmpty();
        in(other, () -> {
            index().remove("product", List.of(id));
            index().put(List.of(document(id, "product", "Theirs", List.of(), List.of())));
            return id;
        });
        assertThat(search("secret")).hasSize(1);
        assertThat(search("theirs")).isEmpty();
    }

    @Test
    void takesManyDocumentsAtOnce() {
        var many = new ArrayList<SearchDocument>();
        for (int i = 0; i < 500; i++) {
            many.add(document("product", "Item " + i + " 货品", List.of("C" + i), List.of()));
        }
        put(many.toArray(SearchDocument[]::new));
        assertThat(search("c499")).hasSize(1);
        var best = in(tenant, () -> index().search("货品", Set.of(), null, 450));
        assertThat(best).hasSize(450);
        var others = in(tenant, () -> index().search("货品", Set.of(), best.getLast(), 100));
        assertThat(others).hasSize(50).doesNotContainAnyElementsOf(best);
    }

    private List<SearchHit> search(String query) {
        return in(tenant, () -> index().search(query, Set.of(), null, 10));
    }

    private void put(SearchDocument... documents) {
        in(tenant, () -> {
            index().put(List.of(documents));
            return documents;
        });
    }

    private static SearchDocument document(String object, String title, List<String> keywords, List<String> texts) {
        return document(Ids.next(), object, title, keywords, texts);
    }

    private static SearchDocument document(
            UUID id, String object, String title, List<String> keywords, List<String> texts) {
        return new SearchDocument(object, id, title, keywords, texts, "{\"n\":1}");
    }

    private static UUID id(int last) {
        return new UUID(0x0196_b8f0_0000_7000L, 0x8000_0000_0000_0000L | last);
    }
}
