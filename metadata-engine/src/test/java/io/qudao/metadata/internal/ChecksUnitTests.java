package io.qudao.metadata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.PermissionSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule of what may be published. */
class ChecksUnitTests {
    private TenantMetadataFixture tenant = new TenantMetadataFixture();

    @BeforeEach
    void makeVisit() {
        tenant = new TenantMetadataFixture();
        tenant.object("visit").field("visit.score", "'type':'integer','filterable':true");
    }

    @Test
    void takesWhatIsRight() {
        tenant.object("dealer")
                .field("visit.dealer", "'type':'lookup','target':'dealer'")
                .field("visit.note", "'type':'text','length':4000,'searchable':true,'default':'\\u0027none\\u0027'")
                .put(
                        ComponentKind.LAYOUT,
                        "visit.default",
                        "{'sections':[{'label':{'en':'A'},'fields':['name','score']}]}")
                .put(
                        ComponentKind.LIST_VIEW,
                        "visit.good",
                        "{'label':{'en':'G'},'columns':['name','created_at'],'filter':'score > 5 && version > 1 && id != null','sort':[{'field':'score','descending':true}]}")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.low",
                        "{'condition':'score < 0','message':{'en':'No'},'field':'score'}")
                .put(
                        ComponentKind.APPROVAL_PROCESS,
                        "visit.check",
                        "{'label':{'en':'C'},'entry':'score > 9','approverPermission':'visit.approve'}")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'objects':{'visit':{'read':true,'hidden':['note'],'rows':'own'}}}");
        assertThat(tenant.violations()).isEmpty();
    }

    @Test
    void refusesNames() {
        tenant.object("Visit2")
                .object("null")
                .object("a.b")
                .field("score", "'type':'text'")
                .field("visit.name", "'type':'text'")
                .field("visit.a-b", "'type':'text'")
                .field("visit." + "x".repeat(61), "'type':'text'");
        assertThat(tenant.violations())
                .contains(
                        "object/Visit2:metadata.pattern[Visit2, [a-z][a-z0-9_]*]",
                        "object/null:metadata.reserved[null]",
                        "object/a.b:metadata.name_of_part[a.b]",
                        "field/score:metadata.name_of_part[score]",
                        "field/visit.name:metadata.reserved[name]",
                        "field/visit.a-b:metadata.pattern[a-b, [a-z][a-z0-9_]*]",
                        "field/visit." + "x".repeat(61) + ":too_long[60]");
    }

    @Test
    void refusesAttributesOfOtherTypes() {
        tenant.field("visit.a", "'type':'date','length':5")
                .field("visit.b", "'type':'text','scale':1,'options':[{'value':'x','label':{'en':'X'}}]")
                .field("visit.c", "'type':'decimal','unique':true,'searchable':true,'target':'visit'");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/length:metadata.not_for_type[length, date]",
                        "field/visit.b/scale:metadata.not_for_type[scale, text]",
                        "field/visit.b/scale:metadata.out_of_range[0, 0]",
                        "field/visit.b/options:metadata.not_for_type[options, text]",
                        "field/visit.c/unique:metadata.not_for_type[unique, decimal]",
                        "field/visit.c/searchable:metadata.not_for_type[searchable, decimal]",
                        "field/visit.c/target:metadata.not_for_type[target, decimal]");
    }

    @Test
    void refusesDigitsThatNoIndexHolds() {
        tenant.field("visit.a", "'type':'decimal','precision':19,'filterable':true")
                .field("visit.b", "'type':'decimal','precision':38,'scale':18")
                .field("visit.c", "'type':'money','precision':3,'scale':4")
                .field("visit.d", "'type':'text','length':300,'unique':true");
        assertThat(tenant.violations())
                .containsExactly(
                        "field/visit.a/precision:metadata.too_many_digits[18]",
                        "field/visit.c/scale:metadata.out_of_range[0, 3]",
                        "field/visit.d/length:metadata.out_of_range[1, 255]");
    }

    @Test
    void wantsOptionsOnceAndFromOnePlace() {
        String options = "'options':[{'value':'x','label':{'en':'X'}},{'value':'x','label':{'en':'Y'}}]";
        tenant.field("visit.a", "'type':'picklist'")
                .field("visit.b", "'type':'picklist','valueSet':'moods'," + options)
                .field("visit.c", "'type':'lookup'")
                .put(ComponentKind.VALUE_SET, "moods", "{'label':{'en':'M'}," + options + "}");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/options:metadata.options_or_value_set",
                        "field/visit.b/options:metadata.options_or_value_set",
                        "field/visit.b/options[1].value:metadata.duplicate[x]",
                        "field/visit.c/target:required",
                        "value_set/moods/options[1].value:metadata.duplicate[x]");
    }

    @Test
    void refusesToRetypeOrNarrowWhatIsPublished() {
        tenant.field("visit.a", "'type':'text','length':100")
                .field("visit.b", "'type':'decimal','precision':10,'scale':2")
                .field("visit.c", "'type':'lookup','target':'visit'")
                .publish();
        tenant.field("visit.a", "'type':'text','length':50")
                .field("visit.b", "'type':'decimal','precision':9,'scale':3")
                .field("visit.c", "'type':'lookup','target':'deal'")
                .field("visit.score", "'type':'text'");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/length:metadata.narrowed[100]",
                        "field/visit.b/scale:metadata.retyped[2, 3]",
                        "field/visit.b/precision:metadata.narrowed[10]",
                        "field/visit.c/target:metadata.retyped[visit, deal]",
                        "field/visit.score/type:metadata.retyped[integer, text]");
    }

    @Test
    void takesANewTypeOnceTheOldFieldIsGone() {
        tenant.publish();
        String before = tenant.type("visit").field("score").orElseThrow().id();
        tenant.remove(ComponentKind.FIELD, "visit.score").publish();
        tenant.field("visit.score", "'type':'text'").publish();
        assertThat(tenant.type("visit").field("score").orElseThrow().id()).isNotEqualTo(before);
    }

    @Test
    void leavesStandardFieldsWhatThePlatformCountsOn() {
        tenant.put(ComponentKind.FIELD, "deal.code", "{'required':false}")
                .put(
                        ComponentKind.FIELD,
                        "deal.status",
                        "{'options':[{'value':'open','label':{'en':'New'}},{'value':'lost','label':{'en':'Lost'}}]}")
                .put(ComponentKind.FIELD, "deal.total", "{'required':true,'label':{'en':'Sum'}}");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/deal.code/required:metadata.standard_required",
                        "field/deal.status/options:metadata.standard_option[won]");
    }

    @Test
    void checksTheFormOfWhatIsMerged() {
        tenant.put(ComponentKind.FIELD, "deal.total", "{'label':null}");
        assertThat(tenant.violations()).containsExactly("field/deal.total/label:required");
    }

    @Test
    void refusesAFieldTwiceOnAPage() {
        tenant.put(
                ComponentKind.LAYOUT,
                "visit.default",
                "{'sections':[{'label':{'en':'A'},'fields':['score']},{'label':{'en':'B'},'fields':['name','score']}]}");
        assertThat(tenant.violations())
                .containsExactly("layout/visit.default/sections[1].fields[1]:metadata.duplicate[score]");
    }

    @Test
    void refusesReferencesToNothing() {
        tenant.field("visit.a", "'type':'lookup','target':'nobody'")
                .field("visit.b", "'type':'picklist','valueSet':'moods'")
                .field("nowhere.c", "'type':'text'")
                .put(ComponentKind.OBJECT, "visit", "{'label':{'en':'V'},'nameField':'title'}")
                .put(ComponentKind.LAYOUT, "visit.default", "{'sections':[{'label':{'en':'A'},'fields':['x']}]}")
                .put(
                        ComponentKind.LIST_VIEW,
                        "visit.all",
                        "{'label':{'en':'G'},'columns':['y'],'sort':[{'field':'z'}]}")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.low",
                        "{'condition':'score < 0','message':{'en':'No'},'field':'w'}")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'objects':{'nobody':{},'visit':{'hidden':['v'],'readOnly':['u']}}}");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "field/visit.a/target:metadata.unknown_reference[object, nobody]",
                        "field/visit.b/valueSet:metadata.unknown_reference[value_set, moods]",
                        "field/nowhere.c:metadata.unknown_reference[object, nowhere]",
                        "object/visit/nameField:metadata.unknown_reference[field, visit.title]",
                        "layout/visit.default/sections[0].fields[0]:metadata.unknown_reference[field, visit.x]",
                        "list_view/visit.all/columns[0]:metadata.unknown_reference[field, visit.y]",
                        "list_view/visit.all/sort[0].field:metadata.unknown_reference[field, visit.z]",
                        "validation_rule/visit.low/field:metadata.unknown_reference[field, visit.w]",
                        "permission_set/visitor/objects.nobody:metadata.unknown_reference[object, nobody]",
                        "permission_set/visitor/objects.visit.hidden:metadata.unknown_reference[field, visit.v]",
                        "permission_set/visitor/objects.visit.readOnly:metadata.unknown_reference[field, visit.u]");
    }

    @Test
    void refusesExpressionsWithTheirPlace() {
        tenant.field("visit.a", "'type':'date','default':'1 + 1'")
                .put(ComponentKind.LIST_VIEW, "visit.all", "{'label':{'en':'G'},'columns':['name'],'filter':'score >'}")
                .put(ComponentKind.VALIDATION_RULE, "visit.low", "{'condition':'score + 1','message':{'en':'No'}}")
                .put(
                        ComponentKind.APPROVAL_PROCESS,
                        "visit.check",
                        "{'label':{'en':'C'},'entry':'skore > 9','approverPermission':'visit.approve'}");
        assertThat(tenant.violations())
                .extracting(one -> one.replaceAll("\\[.*", ""))
                .containsExactlyInAnyOrder(
                        "field/visit.a/default:expression.wrong_result",
                        "list_view/visit.all/filter:expression.incomplete",
                        "validation_rule/visit.low/condition:expression.wrong_result",
                        "approval_process/visit.check/entry:expression.misspelt_field");
    }

    @Test
    void refusesToTakeAwayWhatIsUsed() {
        tenant.object("dealer")
                .field("visit.dealer", "'type':'lookup','target':'dealer'")
                .put(
                        ComponentKind.LIST_VIEW,
                        "visit.good",
                        "{'label':{'en':'G'},'columns':['name'],'filter':'score > 5'}")
                .put(ComponentKind.LAYOUT, "visit.default", "{'sections':[{'label':{'en':'A'},'fields':['score']}]}")
                .publish();
        tenant.remove(ComponentKind.FIELD, "visit.score").remove(ComponentKind.OBJECT, "dealer");
        assertThat(tenant.violations())
                .containsExactly(
                        "object/dealer:metadata.in_use[field/visit.dealer]",
                        "field/visit.score:metadata.in_use[layout/visit.default, list_view/visit.good]");
    }

    @Test
    void namesTheLimit() {
        tenant.object("a").object("b").object("c");
        for (int number = 0; number < 12; number++) {
            tenant.field("visit.f" + number, "'type':'text'");
        }
        assertThat(tenant.violations())
                .containsExactly(":metadata.limit_objects[3, 4]", "object/visit:metadata.limit_fields[12, 13]");
    }

    @Test
    void refusesAPermissionThatNobodyChecks() {
        tenant.put(
                        ComponentKind.APPROVAL_PROCESS,
                        "visit.check",
                        "{'label':{'en':'C'},'approverPermission':'visit.approve'}")
                .put(
                        ComponentKind.APPROVAL_PROCESS,
                        "deal.check",
                        "{'label':{'en':'C'},'approverPermission':'deal.aprove'}")
                .put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'permissions':['visit.approve','order.read','metadata.read','record.visit.read',"
                                + "'visit.aprove','order.raed','record.nothing.read','record.visit.shred']}");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "permission_set/visitor/permissions:metadata.unknown_permission[visit.aprove]",
                        "permission_set/visitor/permissions:metadata.unknown_permission[order.raed]",
                        "permission_set/visitor/permissions:metadata.unknown_permission[record.nothing.read]",
                        "permission_set/visitor/permissions:metadata.unknown_permission[record.visit.shred]",
                        "approval_process/deal.check/approverPermission:metadata.unknown_permission[deal.aprove]");
    }

    @Test
    void refusesAProcessThatNobodyCouldDecide() {
        tenant.put(
                        ComponentKind.APPROVAL_PROCESS,
                        "visit.check",
                        "{'label':{'en':'C'},'approverPermission':'visit.approve'}")
                .put(ComponentKind.PERMISSION_SET, "brand_admin", "{'permissions':['order.read']}")
                .put(ComponentKind.PERMISSION_SET, "api_full", "{'permissions':['order.read']}");
        assertThat(tenant.violations())
                .containsExactly(
                        "approval_process/visit.check/approverPermission:metadata.nobody_decides[visit.approve]");
    }

    @Test
    void refusesOptionsThatAPicklistDoesNotHave() {
        tenant.field(
                        "visit.mood",
                        "'type':'picklist','options':[{'value':'good','label':{'en':'G'}},{'value':'bad','label':{'en':'B'}}]")
                .put(
                        ComponentKind.VALIDATION_RULE,
                        "visit.low",
                        "{'condition':'mood == \\u0027bad\\u0027','message':{'en':'No'}}")
                .publish();
        tenant.put(
                        ComponentKind.LIST_VIEW,
                        "visit.some",
                        "{'label':{'en':'G'},'columns':['name'],'filter':'mood in [\\u0027good\\u0027, \\u0027fine\\u0027]'}")
                .put(
                        ComponentKind.APPROVAL_PROCESS,
                        "deal.check",
                        "{'label':{'en':'C'},'entry':'\\u0027opne\\u0027 == status','approverPermission':'order.read'}")
                .field("visit.mood", "'type':'picklist','options':[{'value':'good','label':{'en':'G'}}]");
        assertThat(tenant.violations())
                .containsExactlyInAnyOrder(
                        "list_view/visit.some/filter:metadata.unknown_option[mood, fine]",
                        "approval_process/deal.check/entry:metadata.unknown_option[status, opne]",
                        "validation_rule/visit.low/condition:metadata.unknown_option[mood, bad]");
    }

    @Test
    void grantsOwnRowsWhereNothingIsSaid() {
        tenant.put(
                        ComponentKind.PERMISSION_SET,
                        "visitor",
                        "{'label':{'en':'V'},'objects':{'visit':{'read':true},'deal':{'read':true,'rows':'all'}}}")
                .publish();
        var visitor = tenant.compiled().permissionSets().stream()
                .filter(set -> set.name().equals("visitor"))
                .findFirst()
                .orElseThrow();
        assertThat(visitor.objects().get("visit").rows()).isEqualTo(PermissionSet.Rows.OWN);
        assertThat(visitor.objects().get("deal").rows()).isEqualTo(PermissionSet.Rows.ALL);
    }

    @Test
    void warnsOfGrantsThatCanDoNothing() {
        tenant.put(
                ComponentKind.PERMISSION_SET,
                "idle",
                "{'label':{'en':'I'},'objects':{'deal':{'create':true,'read':true,'update':true,'delete':true,'assign':true},"
                        + "'visit':{'create':true,'update':true,'assign':true}}}");
        assertThat(tenant.warnings())
                .containsExactly(
                        "permission_set/idle/objects:metadata.grant_does_nothing[create, deal]",
                        "permission_set/idle/objects:metadata.grant_does_nothing[update, deal]",
                        "permission_set/idle/objects:metadata.grant_does_nothing[delete, deal]",
                        "permission_set/idle/objects:metadata.grant_does_nothing[assign, deal]",
                        "permission_set/idle/objects:metadata.grant_does_nothing[update, visit]");
        assertThat(tenant.violations()).isEmpty();
        tenant.field("deal.grade", "'type':'text'");
        assertThat(tenant.warnings())
                .contains("permission_set/idle/objects:metadata.grant_does_nothing[delete, deal]")
                .doesNotContain("permission_set/idle/objects:metadata.grant_does_nothing[update, deal]");
    }

    @Test
    void warnsOfProcessesThatNoRecordReaches() {
        process("visit.all", "").process("visit.high", "'entry':'score > 9',");
        process("visit.same", "'entry':'score  > 9',").process("visit.never", "'entry':'false',");
        assertThat(tenant.warnings())
                .containsExactly(
                        "approval_process/visit.same/entry:metadata.unreachable[high]",
                        "approval_process/visit.never/entry:metadata.never_holds[]");
        process("visit.all", "'order':1,");
        assertThat(tenant.warnings())
                .containsExactly(
                        "approval_process/visit.high/entry:metadata.unreachable[all]",
                        "approval_process/visit.same/entry:metadata.unreachable[all]",
                        "approval_process/visit.never/entry:metadata.unreachable[all]");
        assertThat(tenant.violations()).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(TenantMetadataFixture.form(ComponentKind.OBJECT, "{'label':{'en':'a\\u0000b'}}"))
                .containsExactly("label.en:metadata.not_text");
        assertThat(TenantMetadataFixture.form(ComponentKind.OBJECT, "{'label':{'en':'a\\ud83d'}}"))
                .containsExactly("label.en:metadata.not_text");
        assertThat(TenantMetadataFixture.form(ComponentKind.OBJECT, "{'label':{'en':'a\\ud83d\\ude00'}}"))
                .isEmpty();
    }

    @Test
    void keepsTheNamesOfPackagesFree() {
        tenant.object("acme__visit");
        assertThat(tenant.violations()).containsExactly("object/acme__visit:metadata.reserved[acme__visit]");
    }

    private ChecksUnitTests process(String name, String more) {
        tenant.put(
                ComponentKind.APPROVAL_PROCESS,
                name,
                "{'label':{'en':'C'}," + more + "'approverPermission':'visit.approve'}");
        return this;
    }
}
