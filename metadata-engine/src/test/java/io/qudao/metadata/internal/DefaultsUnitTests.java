package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be published as the default of a field. */
class DefaultsUnitTests {
    private TenantMetadataFixture tenant = new TenantMetadataFixture();

    @BeforeEach
    void makeVisit() {
        tenant = new TenantMetadataFixture();
        tenant.object("visit").field("visit.score", "'type':'integer','filterable':true");
    }

    @Test
    void refusesDefaultsThatNeedEachOther() {
        tenant.field("visit.a", "'type':'integer','default':'b + 1'")
                .field("visit.b", "'type':'integer','default':'c + 1'")
                .field("visit.c", "'type':'integer','default':'a + score'")
                .field("visit.d", "'type':'integer','default':'a'")
                .field("visit.e", "'type':'integer','default':'e + 1'");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/default:metadata.circle[a → b → c → a]",
                        "field/visit.e/default:metadata.circle[e → e]");
    }

    @Test
    void refusesDefaultsThatDoNotFit() {
        tenant.field("visit.a", "'type':'text','length':3,'default':'\\u0027four\\u0027'")
                .field("visit.b", "'type':'decimal','precision':4,'scale':2,'default':'score > 1 ? 99.994 : 99.995'")
                .field(
                        "visit.c",
                        "'type':'picklist','options':[{'value':'x','label':{'en':'X'}}],'default':'score > 1 ? \\u0027x\\u0027 : \\u0027y\\u0027'");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/default:metadata.default_does_not_fit[four]",
                        "field/visit.b/default:metadata.default_does_not_fit[99.995]",
                        "field/visit.c/default:metadata.default_does_not_fit[y]");
    }

    @Test
    void refusesWholeNumbersBeyond64Bits() {
        tenant.field("visit.a", "'type':'integer','default':'9223372036854775808'")
                .field("visit.b", "'type':'integer','default':'score > 1 ? 1 : -9223372036854775809'")
                .field("visit.c", "'type':'decimal','precision':30,'scale':2,'default':'99999999999999999999'")
                .field("visit.d", "'type':'integer','default':'-9223372036854775808'")
                .field("visit.e", "'type':'decimal','precision':30,'scale':2,'default':'99999999999999999999.0'");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/default:metadata.default_does_not_fit[9223372036854775808]",
                        "field/visit.b/default:metadata.default_does_not_fit[-9223372036854775809]",
                        "field/visit.c/default:metadata.default_does_not_fit[99999999999999999999]");
    }

    @Test
    void refusesWhatNoRecordMayHold() {
        var longest = "😀".repeat(251);
        tenant.field("visit.a", "'type':'text','default':'\\u0027" + longest + "\\u0027'")
                .field("visit.b", "'type':'text','unique':true,'default':'\\u0027" + longest + "\\u0027'");
        assertThat(tenant.violations())
                .as("keys of unique values are at most 1000 bytes long")
                .containsExactly("field/visit.b/default:metadata.default_does_not_fit[" + longest + "]");
    }
}
