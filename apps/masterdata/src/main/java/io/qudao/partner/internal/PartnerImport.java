package io.qudao.partner.internal;

import io.qudao.imports.ImportCells;
import io.qudao.imports.ImportColumn;
import io.qudao.imports.ImportRow;
import io.qudao.imports.ImportTarget;
import io.qudao.imports.NamedKeys;
import io.qudao.imports.OwnColumns;
import io.qudao.kernel.Violation;
import io.qudao.partner.PartnerRole;
import io.qudao.partner.PartnerStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Imports partners, identified by code; parents must come before their children or in the same batch. */
@Component
class PartnerImport implements ImportTarget {
    static final String CODE = "code";
    static final String NAME = "name";
    static final String ROLE = "role";
    static final String PARENT = "parent_code";
    static final String STATUS = "status";
    static final String TIER = "tier";
    static final List<String> ADDRESS =
            List.of("province", "city", "district", "street", "postal_code", "contact", "phone");
    private static final int LONGEST = 200;
    private static final int LAST_TIER = 99;

    private final PartnerWrites writes;
    private final JdbcReach reach;
    private final OwnColumns own;

    PartnerImport(PartnerWrites writes, JdbcReach reach, OwnColumns own) {
        this.writes = writes;
        this.reach = reach;
        this.own = own;
    }

    @Override
    public String name() {
        return "partners";
    }

    @Override
    public String permission() {
        return "partner.edit";
    }

    @Override
    public List<ImportColumn> columns() {
        var columns = List.of(
                ImportColumn.required(CODE, "编码", "代碼"),
                ImportColumn.optional(NAME, "名称", "名稱"),
                ImportColumn.optional(ROLE, "角色"),
                ImportColumn.optional(PARENT, "parent", "上级编码", "上級代碼").referringTo(CODE),
                ImportColumn.optional(STATUS, "状态", "狀態"),
                ImportColumn.optional(TIER, "层级", "層級"),
                ImportColumn.optional("province", "state", "省"),
                ImportColumn.optional("city", "市", "縣市"),
                ImportColumn.optional("district", "county", "区", "區"),
                ImportColumn.optional("street", "address", "地址"),
                ImportColumn.optional("postal_code", "zip", "邮编", "郵遞區號"),
                ImportColumn.optional("contact", "联系人", "聯絡人"),
                ImportColumn.optional("phone", "电话", "電話"));
        return own.beside(columns, PartnerConfiguration.OBJECT);
    }

    @Override
    public List<Violation> validate(ImportRow row) {
        var cells = new ImportCells(row);
        cells.text(CODE, PartnerCheck.CODE_LENGTH);
        cells.optionalText(NAME, PartnerCheck.NAME_LENGTH);
        cells.optionalText(PARENT, PartnerCheck.CODE_LENGTH);
        cells.choice(ROLE, PartnerRole.class);
        cells.choice(STATUS, PartnerStatus.class);
        cells.whole(TIER, 0, LAST_TIER);
        ADDRESS.forEach(part -> cells.optionalText(part, LONGEST));
        return cells.violations();
    }

    @Override
    public List<Violation> apply(List<ImportRow> rows, NamedKeys keys) {
        var codes = rows.stream()
                .flatMap(row -> Stream.of(row.code(CODE), row.code(PARENT)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new PartnerBatch(
                        writes,
                        row -> own.read(PartnerConfiguration.OBJECT, row),
                        reach.ofCaller(),
                        writes.lockedByCode(codes))
                .apply(rows, keys);
    }
}
