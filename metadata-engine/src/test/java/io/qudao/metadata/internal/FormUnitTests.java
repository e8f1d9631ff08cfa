package io.qudao.metadata.internal;

import static io.qudao.metadata.internal.TenantMetadataFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Violations;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.internal.document.CanonicalJson;
import io.qudao.metadata.internal.document.Document;
import io.qudao.metadata.internal.document.Schemas;
import org.junit.jupiter.api.Test;

/** What documents look like: each kind against its published schema. */
class FormUnitTests {
    @Test
    void findsAllThatIsWrongAtOnce() {
        assertThat(form(
                        ComponentKind.FIELD,
                        "{'type':'txt','precision':99,'colour':1,'required':'yes','options':[{}]}"))
                .containsExactlyInAnyOrder(
                        "label:required",
                        "type:not_one_of",
                        "precision:metadata.out_of_range",
                        "colour:metadata.unknown_attribute",
                        "required:metadata.wrong_type",
                        "options[0].value:required",
                        "options[0].label:required");
    }

    @Test
    void wantsALabelInSomeLanguage() {
        assertThat(form(ComponentKind.OBJECT, "{'label':{}}")).containsExactly("label:required");
        assertThat(form(ComponentKind.OBJECT, "{'label':{'en':' '}}")).containsExactly("label.en:required");
        assertThat(form(ComponentKind.OBJECT, "{'label':{'?':'x'}}")).containsExactly("label.?:metadata.pattern");
        assertThat(form(ComponentKind.OBJECT, "{'label':'x'}")).containsExactly("label:metadata.wrong_type");
    }

    @Test
    void namesThePlaceInNestedDocuments() {
        assertThat(form(
                        ComponentKind.LAYOUT,
                        "{'sections':[{'label':{'en':'A'},'columns':5,'fields':['a','A','a']},{'fields':[]}]}"))
                .containsExactly(
                        "sections[0].columns:metadata.out_of_range",
                        "sections[0].fields[1]:metadata.pattern",
                        "sections[0].fields[2]:metadata.duplicate",
                        "sections[1].label:required");
        assertThat(form(ComponentKind.PERMISSION_SET, "{'label':{'en':'A'},'objects':{'visit':{'rows':'some'}}}"))
                .containsExactly("objects.visit.rows:not_one_of");
        assertThat(form(ComponentKind.PERMISSION_SET, "{'label':{'en':'A'},'permissions':['order.*','*','Order']}"))
                .containsExactly("permissions[0]:metadata.pattern", "permissions[2]:metadata.pattern");
        assertThat(form(ComponentKind.LIST_VIEW, "{'label':{'en':'A'},'columns':[]}"))
                .containsExactly("columns:required");
        assertThat(form(ComponentKind.VALIDATION_RULE, "{}")).containsExactly("condition:required", "message:required");
        assertThat(form(ComponentKind.APPROVAL_PROCESS, "{'label':{'en':'A'}}"))
                .containsExactly("approverPermission:required");
    }

    @Test
    void refusesWhatIsNoDocument() {
        for (String json : new String[] {"", "[]", "7", "{", "{\"a\":1,\"a\":2}", "{} {}"}) {
            assertThatThrownBy(() -> CanonicalJson.read(json))
                    .as(json)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("malformed"));
        }
    }

    @Test
    void keepsThePlatformsAttributesFromTenants() {
        var schemas = new Schemas();
        var own = Document.of(
                new ComponentKey(ComponentKind.FIELD, "deal.x"),
                CanonicalJson.read("{\"type\":\"text\",\"column\":\"secret\",\"label\":{\"en\":\"X\"}}"));
        var alone = new Violations();
        schemas.checkTenant(own, false, alone);
        assertThat(alone.list()).extracting(one -> one.field()).containsExactly("column");
        var override = new Violations();
        schemas.checkTenant(own, true, override);
        assertThat(override.list()).extracting(one -> one.field()).containsExactlyInAnyOrder("type", "column");
    }

    @Test
    void makesOneTextOfOneDocument() {
        var key = new ComponentKey(ComponentKind.OBJECT, "visit");
        var one = Document.of(
                key, CanonicalJson.read("{\"plural\":{\"en\":\"B\"},\"label\":{\"zh-CN\":\"甲\",\"en\":\"A\"}}"));
        var same = Document.of(
                key, CanonicalJson.read("{ \"label\": {\"en\":\"A\", \"zh-CN\":\"甲\"},\n\"plural\":{\"en\":\"B\"} }"));
        var other = Document.of(new ComponentKey(ComponentKind.OBJECT, "visits"), one.body());
        assertThat(same.hash()).isEqualTo(one.hash());
        assertThat(same.json()).isEqualTo("{\"label\":{\"en\":\"A\",\"zh-CN\":\"甲\"},\"plural\":{\"en\":\"B\"}}");
        assertThat(other.hash()).isNotEqualTo(one.hash());
    }
}
