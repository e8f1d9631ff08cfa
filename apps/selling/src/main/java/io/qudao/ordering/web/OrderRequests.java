package io.qudao.ordering.web;

import io.qudao.catalog.Catalog;
import io.qudao.catalog.SkuId;
import io.qudao.kernel.CurrencyCode;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.kernel.Value;
import io.qudao.kernel.Violation;
import io.qudao.ordering.OrderDraft;
import io.qudao.ordering.OrderReferences;
import io.qudao.ordering.OrderWish;
import io.qudao.ordering.OrderingProblem;
import io.qudao.partner.Partner;
import io.qudao.partner.PartnerId;
import io.qudao.partner.Partners;
import io.qudao.partner.TradingAccounts;
import io.qudao.rest.FieldsBody;
import io.qudao.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Converts a client's request to a draft by resolving codes to ids; all unknown names are reported together. */
@Component
class OrderRequests {
    private final Partners partners;
    private final TradingAccounts accounts;
    private final Catalog catalog;

    OrderRequests(Partners partners, TradingAccounts accounts, Catalog catalog) {
        this.partners = partners;
        this.accounts = accounts;
        this.catalog = catalog;
    }

    OrderWish wish(OrderRequest request) {
        return new OrderWish(RequestContent.of(request), () -> draft(request));
    }

    OrderDraft draft(OrderRequest request) {
        var violations = new ArrayList<Violation>();
        var byCode = partners.byCodes(present(request.sellerCode(), request.buyerCode()));
        var buyer = buyer(request, byCode, violations);
        var seller = seller(request, buyer, byCode, violations);
        var currency = currency(request.currency(), violations);
        var lines = lines(request.lines() == null ? List.of() : request.lines(), violations);
        if (seller == null || buyer == null || !violations.isEmpty()) {
            throw new ProblemException(OrderingProblem.INVALID_ORDER, violations);
        }
        return new OrderDraft(
                seller,
                buyer,
                currency,
                lines,
                request.at(),
                new OrderReferences(request.externalNumber()),
                values(request.custom()));
    }

    private @Nullable PartnerId buyer(OrderRequest request, Map<String, Partner> byCode, List<Violation> violations) {
        if (request.buyer() == null && request.buyerCode() == null) {
            return new PartnerId(TenantScope.caller().requirePartner());
        }
        return named("buyer", request.buyer(), request.buyerCode(), byCode, violations);
    }

    private @Nullable PartnerId seller(
            OrderRequest request, @Nullable PartnerId buyer, Map<String, Partner> byCode, List<Violation> violations) {
        if (request.seller() != null || request.sellerCode() != null) {
            return named("seller", request.seller(), request.sellerCode(), byCode, violations);
        }
        var sellers = buyer == null ? List.<PartnerId>of() : sellersOf(buyer);
        if (sellers.size() == 1) {
            return sellers.getFirst();
        }
        boolean nobody = sellers.isEmpty() && request.buyer() != null;
        violations.add(nobody ? Violation.of("buyer", "unknown", request.buyer()) : Violation.of("seller", "required"));
        return null;
    }

    private List<PartnerId> sellersOf(PartnerId buyer) {
        return accounts.ofBuyer(buyer).stream()
                .map(account -> account.seller())
                .distinct()
                .toList();
    }

    private static @Nullable PartnerId named(
            String field,
            @Nullable UUID id,
            @Nullable String code,
            Map<String, Partner> byCode,
            List<Violation> violations) {
        if (code == null) {
            return id == null ? null : new PartnerId(id);
        }
        var partner = byCode.get(code);
        if (partner == null) {
            violations.add(Violation.of(field + "Code", "unknown", code));
            return null;
        }
        if (id != null && !partner.id().value().equals(id)) {
            violations.add(Violation.of(field + "Code", "contradicts", field, code));
            return new PartnerId(id);
        }
        return partner.id();
    }

    private static @Nullable CurrencyCode currency(@Nullable String code, List<Violation> violations) {
        try {
            return code == null ? null : new CurrencyCode(code);
        } catch (IllegalArgumentException unknown) {
            violations.add(Violation.of("currency", "unknown", code));
            return null;
        }
    }

    private List<OrderDraft.Line> lines(List<OrderRequest.Line> sent, List<Violation> violations) {
        var codes = new HashSet<String>();
        sent.stream()
                .filter(Objects::nonNull)
                .map(OrderRequest.Line::skuCode)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        var byCode = catalog.ids(codes);
        var lines = new ArrayList<OrderDraft.Line>();
        for (int i = 0; i < sent.size(); i++) {
            var line = line("lines[" + i + "].", sent.get(i), byCode, violations);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static OrderDraft.@Nullable Line line(
            String path, OrderRequest.@Nullable Line sent, Map<String, SkuId> byCode, List<Violation> violations) {
        if (sent == null) {
            violations.add(Violation.of(path + "sku", "required"));
            return null;
        }
        int before = violations.size();
        var sku = sku(path, sent, byCode, violations);
        if (sent.quantity() == null) {
            violations.add(Violation.of(path + "quantity", "required"));
        }
        if (sent.unit() == null || sent.unit().isBlank()) {
            violations.add(Violation.of(path + "unit", "required"));
        }
        return violations.size() > before || sku == null || sent.quantity() == null || sent.unit() == null
                ? null
                : new OrderDraft.Line(sku, new Quantity(sent.quantity(), sent.unit()), values(sent.custom()));
    }

    private static @Nullable SkuId sku(
            String path, OrderRequest.Line sent, Map<String, SkuId> byCode, List<Violation> violations) {
        String code = sent.skuCode();
        if (code == null) {
            if (sent.sku() == null) {
                violations.add(Violation.of(path + "sku", "required"));
                return null;
            }
            return new SkuId(sent.sku());
        }
        var sku = byCode.get(code);
        if (sku == null) {
            violations.add(Violation.of(path + "skuCode", "unknown", code));
        } else if (sent.sku() != null && !sku.value().equals(sent.sku())) {
            violations.add(Violation.of(path + "skuCode", "contradicts", "sku", code));
        }
        return sku;
    }

    private static Map<String, Value> values(@Nullable FieldsBody custom) {
        return custom == null ? Map.of() : custom.values().values();
    }

    private static Set<String> present(@Nullable String... codes) {
        var present = new HashSet<String>();
        for (String code : codes) {
            if (code != null) {
                present.add(code);
            }
        }
        return present;
    }
}
