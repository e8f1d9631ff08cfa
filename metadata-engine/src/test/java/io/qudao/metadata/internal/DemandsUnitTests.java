package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Plan.Asked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan asks of the values that records hold. */
class DemandsUnitTests {
    private TenantMetadataFixture tenant = new TenantMetadataFixture();

    @BeforeEach
    void publishVisit() {
        tenant = new TenantMetadataFixture();
        tenant.object("visit")
                .field("visit.code", "'type':'text','length':40")
                .field("visit.rate", "'type':'decimal','precision':10,'scale':2")
                .put(ComponentKind.VALUE_SET, "moods", moods("good", "bad"))
                .field("visit.mood", "'type':'picklist','valueSet':'moods'")
                .publish();
    }

    @Test
    void asksNothingOfWhatIsNew() {
        tenant.object("call").field("call.code", "'type':'text','unique':true,'required':true");
        tenant.field("visit.note", "'type':'text'");
        assertThat(tenant.plan().demands()).isEmpty();
    }

    @Test
    void asksForWhatIsSwitchedOn() {
        tenant.field("visit.code", "'type':'text','unique':true,'required':true,'filterable':true,'searchable':true");
        tenant.field("visit.note", "'type':'text','required':true");
        assertThat(tenant.plan().demands())
                .extracting(demand -> demand.key().local() + " " + demand.field() + " " + demand.asked())
                .containsExactly(
                        "code code UNIQUE",
                        "code code REQUIRED",
                        "code code FILTERABLE",
                        "code code SEARCHABLE",
                        "note null REQUIRED");
        tenant.publish();
        assertThat(tenant.plan().demands()).isEmpty();
    }

    @Test
    void asksWhereOptionsGoAndValuesWouldNotFit() {
        tenant.put(ComponentKind.VALUE_SET, "moods", moods("good"))
                .field("visit.code", "'type':'text','length':20")
                .field("visit.rate", "'type':'decimal','precision':8,'scale':2");
        assertThat(tenant.plan().demands())
                .extracting(demand -> demand.key().local() + " " + demand.asked() + demand.options() + demand.limit())
                .containsExactly("code LENGTH[]20", "mood OPTIONS[bad]0", "rate PRECISION[]6");
    }

    @Test
    void asksUnderTheNamesThatArePublished() {
        tenant.rename(ComponentKind.OBJECT, "visit", "call").rename(ComponentKind.FIELD, "call.code", "number");
        tenant.field("call.number", "'type':'text','unique':true");
        assertThat(tenant.plan().demands()).singleElement().satisfies(demand -> {
            assertThat(demand.key()).hasToString("field/call.number");
            assertThat(demand.object()).isEqualTo("visit");
            assertThat(demand.field()).isEqualTo("code");
            assertThat(demand.asked()).isEqualTo(Asked.UNIQUE);
        });
    }

    private static String moods(String... values) {
        var options = new StringBuilder();
        for (String value : values) {
            options.append(options.isEmpty() ? "" : ",")
                    .append("{'value':'%s','label':{'en':'%s'}}".formatted(value, value));
        }
        return "{'label':{'en':'Moods'},'options':[" + options + "]}";
    }
}
