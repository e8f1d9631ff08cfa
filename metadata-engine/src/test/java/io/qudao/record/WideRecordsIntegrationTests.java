package io.qudao.record;

import static io.qudao.record.FieldDraft.field;
import static io.qudao.record.RecordFixture.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.kernel.Value;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Field;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.TenantScope;
import io.qudao.testing.EngineTestApplication;
import io.qudao.testing.TenantFixture;
import io.qudao.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Of an object with many fields, only those that are wanted are read out of the document. */
@SpringBootTest(classes = {EngineTestApplication.class, RecordFixture.class})
@ContextConfiguration(initializers = TestStack.class)
class WideRecordsIntegrationTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecordFixture fixture;

    @Autowired
    private Records records;

    @Autowired
    private RecordDocuments documents;

    @Test
    void readsFewFieldsWithoutValues() {
        var tenant = TenantFixture.create(context);
        var fields = new ArrayList<Field>();
        for (DataType type : DataType.values()) {
            for (String half : List.of("_a", "_b")) {
                var name = type.name().toLowerCase(Locale.ROOT) + half;
                var draft = field("a" + fields.size(), name, type);
                fields.add(type == DataType.LOOKUP ? draft.to("wide").build() : draft.build());
            }
        }
        assertThat(fields).hasSizeGreaterThan(12);
        fixture.cell(tenant, "wide", fields);
        TenantScope.call(Caller.platform(tenant), () -> {
            var id =
                    records.create("wide", given("name", Value.text("nothing"))).id();
            for (Field field : fields) {
                var query = Query.of("wide").only(List.of(field.name()));
                assertThat(records.list(query).rows())
                        .singleElement()
                        .satisfies(row ->
                                assertThat(row.values().get(field.name())).isEqualTo(Value.none()));
                var shown = "\"" + field.name() + "\":null";
                assertThat(text(documents.list(query))).contains(shown);
                assertThat(text(documents
                                .read("wide", id, List.of(field.name()))
                                .json()))
                        .contains(shown);
            }
            return tenant;
        });
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
