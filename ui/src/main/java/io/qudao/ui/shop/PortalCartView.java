package io.qudao.ui.shop;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Quantity;
import io.qudao.ordering.Quote;
import io.qudao.ordering.Submission;
import io.qudao.record.RecordProblem;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.FieldErrors;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.Pages;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.OwnFields;
import io.qudao.ui.component.record.OwnForm;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.ordering.OrderingNavigation;
import io.qudao.ui.shell.PortalLayout;
import io.qudao.ui.shell.PortalPage;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The cart at today's prices, with shortages and the remaining credit. */
@Route(value = ShopNavigation.CART, layout = PortalLayout.class)
@PermitAll
class PortalCartView extends PortalPage implements BeforeEnterObserver {
    private final transient Checkout checkout;
    private final transient Suppliers suppliers;
    private final Box outcome = Named.as("outcome", new Box("outcome"));
    private final Box lines = Named.as("cart-lines", new Box("q-card cart-lines"));
    private final transient OwnFields ownFields;
    private final OwnForm details;
    private transient LineDetails lineDetails;
    private final Map<String, String> units = new HashMap<>();
    private final Box credit = new Box("cart-credit");
    private final Box bar = Named.as("cart-bar", new Box("cart-bar"));

    PortalCartView(Checkout checkout, Suppliers suppliers, OwnFields ownFields) {
        super("portal.cart", "cart");
        this.checkout = checkout;
        this.suppliers = suppliers;
        this.ownFields = ownFields;
        this.lineDetails = new LineDetails(ownFields, (line, texts) -> {});
        this.details = ownFields.form("order", Texts.of("cart.details"), "custom.");
        details.onChange(() -> suppliers.current().ifPresent(supplier -> checkout.fillIn(supplier, details.texts())));
        outcome.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        outcome.removeAll();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ShopNavigation.ACCOUNT)
                .ifPresent(this::choose);
        suppliers.current().ifPresent(supplier -> details.fill(checkout.filledIn(supplier)));
        suppliers.current().ifPresentOrElse(this::show, this::showNothing);
    }

    private void choose(String account) {
        suppliers.all().stream()
                .filter(supplier -> supplier.id().toString().equals(account))
                .forEach(supplier -> suppliers.choose(supplier.id()));
        CartChanged.tell();
    }

    private void show(Supplier supplier) {
        getContent().removeAll();
        var header = new PageHeader(title());
        header.actions(new SupplierChoice(suppliers, supplier));
        getContent().add(header, outcome);
        checkout.basket(supplier).ifPresentOrElse(basket -> show(supplier, basket), this::showNothing);
    }

    private void show(Supplier supplier, Checkout.Basket basket) {
        lines.removeAll();
        lineDetails = new LineDetails(ownFields, (line, texts) -> checkout.fillIn(supplier, line, texts));
        basket.lines().forEach(line -> {
            units.put(line.sku().code(), line.sku().baseUnit());
            lines.add(new CartRow(line, lineDetails.add(line), quantity -> change(supplier, line, quantity)));
        });
        basket.offShelf().forEach(goods -> lines.add(new OffShelfRow(goods, () -> remove(supplier, goods))));
        credit.removeAll();
        bar.removeAll();
        var quote = basket.quote();
        if (quote != null) {
            credit.add(new CreditPreview(quote));
            fillBar(supplier, quote, basket.isOrderable());
        }
        addObstacle(basket);
        getContent().add(lines, details, credit, bar);
    }

    private void showNothing() {
        var shop = new Anchor("/" + ShopNavigation.CATALOGUE, Texts.of("cart.to_catalogue"));
        shop.addClassName("link-button");
        getContent().add(outcome);
        getContent()
                .add(new EmptyState(
                        VaadinIcon.CART_O,
                        Texts.of("cart.empty"),
                        Texts.of("cart.empty.text"),
                        Named.as("to-catalogue", shop)));
    }

    private void change(Supplier supplier, Checkout.Line line, Quantity quantity) {
        checkout.change(supplier, line, quantity);
        showChanged(supplier);
    }

    private void remove(Supplier supplier, Checkout.OffShelf goods) {
        checkout.remove(supplier, goods);
        showChanged(supplier);
    }

    private void showChanged(Supplier supplier) {
        CartChanged.tell();
        outcome.removeAll();
        show(supplier);
    }

    private void fillBar(Supplier supplier, Quote quote, boolean orderable) {
        var submit = Named.as("cart-submit", new Button(Texts.of("cart.submit")));
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setVisible(TenantScope.caller().may("order.submit"));
        submit.setEnabled(orderable);
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> ownValues(submit).ifPresent(own -> submit(supplier, quote, own)));
        var name = new Span(Texts.of("cart.total", quote.lines().size()));
        name.addClassNames("q-muted", "q-small");
        var total = Named.as("cart-total", new MoneyText(quote.total()));
        total.addClassName("cart-total");
        bar.add(new Box("q-stack cart-sum", name, total), submit);
    }

    private void addObstacle(Checkout.Basket basket) {
        var quote = basket.quote();
        String obstacle = !basket.offShelf().isEmpty() || quote == null
                ? Texts.of("cart.obstacle.off_shelf", basket.offShelf().size())
                : obstacle(quote);
        if (!obstacle.isEmpty()) {
            var reason = Named.as("cart-obstacle", new Span(obstacle));
            reason.addClassName("cart-obstacle");
            reason.getElement().setAttribute("role", "status");
            bar.addComponentAsFirst(reason);
        }
    }

    /** Returns what prevents goods on sale from being ordered; empty if nothing does. */
    private static String obstacle(Quote quote) {
        if (quote.shortLines() > 0) {
            return Texts.of("cart.obstacle.short", quote.shortLines());
        }
        return quote.unpricedLines() > 0 ? Texts.of("cart.obstacle.unpriced", quote.unpricedLines()) : "";
    }

    /** Returns what was entered; nothing if something in it cannot be read, which stays as it was typed. */
    private Optional<Checkout.OwnValues> ownValues(Button submit) {
        details.clearErrors();
        try {
            return Optional.of(new Checkout.OwnValues(details.values(), lineDetails.values()));
        } catch (ProblemException unreadable) {
            showErrors(unreadable);
            submit.setEnabled(true);
            return Optional.empty();
        }
    }

    /** Orders the displayed content at the displayed total. */
    private void submit(Supplier supplier, Quote quote, Checkout.OwnValues own) {
        try {
            var submission = checkout.submit(supplier, quote.total(), own);
            CartChanged.tell();
            show(supplier);
            tell(submission);
        } catch (ProblemException refused) {
            show(supplier);
            if (refused.problem() != RecordProblem.INVALID) {
                throw refused;
            }
            showErrors(refused);
        }
    }

    private void showErrors(ProblemException refused) {
        var errors = new FieldErrors();
        details.register(errors);
        lineDetails.register(errors);
        errors.show(refused);
    }

    private void tell(Submission submission) {
        outcome.removeAll();
        switch (submission) {
            case Submission.Accepted accepted -> {
                Notices.done(Texts.of(
                        "submission.accepted", Visible.title(accepted.order().number(), "order.number")));
                Pages.open(OrderingNavigation.order(accepted.order().id()));
            }
            case Submission.CreditHeld _, Submission.OutOfStock _, Submission.PriceChanged _, Submission.Unpriced _ ->
                outcome.add(SubmissionRemark.of(submission, code -> units.getOrDefault(code, "")));
        }
    }
}
