package io.qudao.ui.ordering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.ordering.OrderAction;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders;
import io.qudao.tenancy.TenantScope;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.Cards;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.RowCard;
import io.qudao.ui.component.SectionTabs;
import io.qudao.ui.component.Texts;
import io.qudao.ui.component.record.Visible;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders that the partner sells, grouped by the next step; several can be approved together. */
@Route(value = OrderingNavigation.WORK, layout = FrameLayout.class)
@PermitAll
class WorkOrdersView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Orders orders;
    private final Box parts = new Box("work-parts");
    private final TextField number = new TextField();
    private final Button approve = Named.as("approve-selected", new Button(VaadinIcon.CHECK.create()));
    private final Span approveHint = Named.as("approve-hint", new Span());
    private final Checkbox all = new Checkbox();
    private final Listing<OrderSummary> list;
    private final transient Set<OrderSummary> chosen = new LinkedHashSet<>();
    private final boolean approves = TenantScope.caller().may("order.approve");
    private OrderPart shown = OrderPart.ALL;

    WorkOrdersView(Orders orders) {
        this.orders = orders;
        this.list = new Listing<>(
                this::page,
                () -> new EmptyState(
                        VaadinIcon.CLIPBOARD_TEXT, Texts.of("work.orders.none"), Texts.of("work.orders.none.text")));
        addClassName("work-page");
        number.setPlaceholder(Texts.of("work.orders.number"));
        number.setAriaLabel(Texts.of("work.orders.number"));
        number.setClearButtonVisible(true);
        number.setPrefixComponent(VaadinIcon.SEARCH.create());
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.addValueChangeListener(change -> reload());
        approve.setText(Texts.of("work.orders.approve.selected"));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approveHint.setText(Texts.of("work.orders.approve.hint"));
        approveHint.addClassNames("q-muted", "q-small");
        approve.addClickListener(click -> approveSelected());
        columns(list.grid());
        var header = new PageHeader(Texts.of("work.nav.orders"));
        if (approves) {
            header.actions(approveHint, approve);
        }
        add(header, new Box("q-row between wrap", parts, number), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        shown = parameters
                .getSingleParameter("show")
                .flatMap(OrderPart::named)
                .or(() -> parameters.getSingleParameter("status").flatMap(OrderPart::of))
                .or(() -> Optional.of(OrderPart.of(TenantScope.caller())))
                .filter(OrderPart::isOffered)
                .orElse(OrderPart.ALL);
        parts.removeAll();
        parts.add(tabs());
        reload();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.orders");
    }

    private SectionTabs tabs() {
        var tabs = new SectionTabs(getPageTitle());
        Stream.of(OrderPart.values()).filter(OrderPart::isOffered).forEach(part -> {
            var name = part.address();
            tabs.with("tab-" + name, part.text(), "/" + OrderingNavigation.WORK + "?show=" + name, part == shown);
        });
        return tabs;
    }

    private Slice<OrderSummary> page(@Nullable String cursor) {
        String text = number.getValue().isBlank() ? null : number.getValue().strip();
        return orders.list(new OrderQuery(OrderQuery.Side.SELL, shown.states(), text, cursor, 50));
    }

    private void columns(Grid<OrderSummary> grid) {
        Named.as("orders", grid);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        all.setAriaLabel(Texts.of("work.orders.choose.all"));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chooseAll(change.getValue());
            }
        });
        if (approves) {
            grid.addComponentColumn(this::choice)
                    .setHeader(all)
                    .setKey(Cards.BESIDE)
                    .setFlexGrow(0)
                    .setWidth("56px");
        }
        grid.addComponentColumn(WorkOrdersView::link).setHeader(Texts.of("work.orders.number"));
        grid.addColumn(OrderTexts::buyer)
                .setHeader(Texts.of("work.orders.buyer"))
                .setFlexGrow(2);
        var state = grid.addComponentColumn(
                order -> OrderTexts.state(order).<Component>map(badge -> badge).orElseGet(Span::new));
        Visible.column(grid, state.setHeader(Texts.of("list.status")), OrderTexts.STATUS);
        var lines = grid.addColumn(order -> order.totals().lines()).setHeader(Texts.of("work.orders.lines"));
        Visible.column(grid, lines.setTextAlign(ColumnTextAlign.END), "order.line_count");
        var total = grid.addComponentColumn(
                        order -> new MoneyText(order.totals().total()))
                .setHeader(Texts.of("work.orders.total"));
        Visible.column(grid, total.setTextAlign(ColumnTextAlign.END), "order.total");
        grid.addComponentColumn(order -> new MomentText(order.createdAt())).setHeader(Texts.of("work.orders.made"));
        Cards.in(grid, getPageTitle(), WorkOrdersView::card);
    }

    private static RowCard card(OrderSummary order) {
        return new RowCard(link(order))
                .state(OrderTexts.state(order))
                .fact(Texts.of("work.orders.buyer"), OrderTexts.buyer(order))
                .fact(Texts.of("work.orders.total"), OrderTexts.total(order))
                .fact(Texts.of("work.orders.made"), new MomentText(order.createdAt()));
    }

    /** Returns a check box for an order the caller may approve. */
    private Component choice(OrderSummary order) {
        if (!order.actions().contains(OrderAction.APPROVE)) {
            return new Span();
        }
        var box = new Checkbox(chosen.contains(order));
        box.setAriaLabel(Texts.of("work.orders.choose", OrderTexts.number(order)));
        box.addValueChangeListener(change -> {
            if (change.getValue() ? chosen.add(order) : chosen.remove(order)) {
                showChosen();
            }
        });
        return Named.as("choose-" + OrderTexts.number(order), box);
    }

    private void chooseAll(boolean wanted) {
        chosen.clear();
        if (wanted) {
            list.grid()
                    .getListDataView()
                    .getItems()
                    .filter(order -> order.actions().contains(OrderAction.APPROVE))
                    .forEach(chosen::add);
        }
        showChosen();
        list.grid().getDataProvider().refreshAll();
    }

    /** A button that can do nothing says what it waits for. */
    private void showChosen() {
        approve.setEnabled(!chosen.isEmpty());
        approveHint.setVisible(chosen.isEmpty());
    }

    private void reload() {
        all.setValue(false);
        chooseAll(false);
        list.reload();
    }

    private static Anchor link(OrderSummary order) {
        return Named.as(
                "order-" + OrderTexts.number(order),
                new Anchor("/" + OrderingNavigation.workOrder(order.id()), OrderTexts.number(order)));
    }

    private void approveSelected() {
        int done = 0;
        for (OrderSummary order : List.copyOf(chosen)) {
            try {
                orders.approve(order.id(), null);
                done++;
            } catch (ProblemException refused) {
                Notices.refused(refused);
            }
        }
        if (done > 0) {
            Notices.done(Texts.of("work.orders.approved", done));
        }
        reload();
    }
}
