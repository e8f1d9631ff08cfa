package io.qudao.partner.internal;

import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.Layout.Section;
import io.qudao.metadata.ListView;
import io.qudao.metadata.StandardObject;
import io.qudao.metadata.StandardObject.Command;
import io.qudao.metadata.StandardObject.FieldBuilder;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import io.qudao.tenancy.Caller;
import io.qudao.tenancy.ModulePermissions;
import io.qudao.tenancy.ModuleSchema;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables of the module and its object. */
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {
    static final String OBJECT = "partner";

    @Bean
    static ModulePermissions partnerPermissions() {
        return ModulePermissions.of("partner.read", "partner.edit", "partner.subtree");
    }

    /** Returns whether the caller may read the partners they know. */
    static boolean reads(Caller caller) {
        return caller.may("partner.read") || caller.may("partner.edit");
    }

    @Bean
    static ModuleSchema partnerSchema() {
        return new ModuleSchema("apps", "partner", 100);
    }

    @Bean
    static StandardObject partnerObject() {
        var partner = StandardObject.of(
                        OBJECT, Label.of("Partner", "渠道伙伴", "通路夥伴"), Label.of("Partners", "渠道伙伴", "通路夥伴"))
                .table("apps.partner", PartnerScope.NAME, "t1", "t2", "t3", "n1", "n2", "d1", "d2", "r1", "r2", "u1")
                .ownedBy(null, "id")
                .shownTo("order_desk", "finance", "warehouse", "channel")
                .commands(Command.CREATE, Command.CHANGE)
                .field("code", DataType.TEXT, Label.of("Code", "编码", "代碼"), PartnerConfiguration::code)
                .field("name", DataType.TEXT, Label.of("Name", "名称", "名稱"), PartnerConfiguration::name)
                .field("role", DataType.PICKLIST, Label.of("Role", "角色", "角色"), PartnerConfiguration::roles)
                .field("tier", DataType.INTEGER, Label.of("Tier", "层级", "層級"), FieldBuilder::editable)
                .field("parent", DataType.LOOKUP, Label.of("Parent", "上级", "上級"), PartnerConfiguration::parent)
                .field("status", DataType.PICKLIST, Label.of("Status", "状态", "狀態"), PartnerConfiguration::statuses)
                .field("province", DataType.TEXT, Label.of("Province", "省", "省"), FieldBuilder::editable)
                .field("city", DataType.TEXT, Label.of("City", "市", "市"), FieldBuilder::editable)
                .field("district", DataType.TEXT, Label.of("District", "区", "區"), FieldBuilder::editable)
                .field("street", DataType.TEXT, Label.of("Street", "地址", "地址"), FieldBuilder::editable)
                .field("postal_code", DataType.TEXT, Label.of("Postal code", "邮编", "郵遞區號"), FieldBuilder::editable)
                .field("contact", DataType.TEXT, Label.of("Contact", "联系人", "聯絡人"), FieldBuilder::editable)
                .field("phone", DataType.TEXT, Label.of("Phone", "电话", "電話"), FieldBuilder::editable)
                .nameField("name");
        return pages(partner).build();
    }

    private static StandardObject.Builder pages(StandardObject.Builder partner) {
        return partner.layout(
                        "default",
                        new Section(
                                Label.of("Partner", "渠道伙伴", "通路夥伴"),
                                2,
                                List.of("code", "name", "role", "status", "parent", "tier")),
                        new Section(
                                Label.of("Address", "地址", "地址"),
                                2,
                                List.of("province", "city", "district", "street", "postal_code", "contact", "phone")))
                .listView(new ListView(
                        OBJECT,
                        "all",
                        Label.of("All partners", "全部渠道伙伴", "全部通路夥伴"),
                        List.of("code", "name", "role", "tier", "parent", "city", "status"),
                        null,
                        List.of(new ListView.Sort("code", false))));
    }

    private static FieldBuilder code(FieldBuilder field) {
        return field.length(PartnerCheck.CODE_LENGTH)
                .required()
                .unique()
                .filterable()
                .searchable()
                .editable();
    }

    private static FieldBuilder name(FieldBuilder field) {
        return field.length(PartnerCheck.NAME_LENGTH).required().searchable().editable();
    }

    private static FieldBuilder parent(FieldBuilder field) {
        return field.column("parent_id").to(OBJECT).filterable().editable();
    }

    private static FieldBuilder roles(FieldBuilder field) {
        return field.option(PartnerRole.HEAD_OFFICE.name(), Label.of("Head office", "总部", "總部"))
                .option(PartnerRole.DISTRIBUTOR.name(), Label.of("Distributor", "分销商", "分銷商"))
                .option(PartnerRole.SUB_DISTRIBUTOR.name(), Label.of("Sub-distributor", "二级分销商", "次級分銷商"))
                .option(PartnerRole.DEALER.name(), Label.of("Dealer", "经销商", "經銷商"))
                .option(PartnerRole.OUTLET.name(), Label.of("Outlet", "门店", "門市"))
                .option(PartnerRole.VENDOR.name(), Label.of("Vendor", "供应商", "供應商"))
                .required()
                .editable();
    }

    private static FieldBuilder statuses(FieldBuilder field) {
        return field.option(PartnerStatus.ACTIVE.name(), Label.of("Active", "启用", "啟用"))
                .option(PartnerStatus.INACTIVE.name(), Label.of("Inactive", "停用", "停用"))
                .editable();
    }
}
