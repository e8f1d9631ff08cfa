package io.qudao.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.qudao.kernel.ProblemException;
import io.qudao.kernel.Slice;
import io.qudao.ordering.OrderQuery;
import io.qudao.ordering.OrderStatus;
import io.qudao.ordering.OrderSummary;
import io.qudao.ordering.Orders;
import io.qudao.ui.component.Box;
import io.qudao.ui.component.EmptyState;
import io.qudao.ui.component.Listing;
import io.qudao.ui.component.MomentText;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Named;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.PageHeader;
import io.qudao.ui.component.StatusBadge;
import io.qudao.ui.component.Texts;
import io.qudao.ui.shell.FrameLayout;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders the partner sells, by what is to do with them; several are approved at once. */
@Route(value = WorkspaceNavigation.ORDERS, layout = FrameLayout.class)
@PermitAll
class OrdersView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Orders orders;
    private final Map<Tab, Filter> filters = new LinkedHashMap<>();
    private final Tabs tabs = new Tabs();
    private final TextField number = new TextField();
    private final Button approve = Named.as("approve-selected", new Button(VaadinIcon.CHECK.create()));
    private final Listing<OrderSummary> list;

    OrdersView(Orders orders) {
        this.orders = orders;
        this.list = new Listing<>(
                this::page,
                () -> new EmptyState(
                        VaadinIcon.CLIPBOARD_TEXT, Texts.of("work.orders.none"), Texts.of("work.orders.none.text")));
        addClassName("work-page");
        tab("review", new Filter(Set.of(OrderStatus.SUBMITTED), false));
        tab("held", new Filter(Set.of(OrderStatus.SUBMITTED), true));
        tab("ship", new Filter(Set.of(OrderStatus.APPROVED, OrderStatus.PARTLY_SHIPPED), false));
        tab("way", new Filter(Set.of(OrderStatus.SHIPPED), false));
        tab("all", new Filter(Set.of(), false));
        tabs.addSelectedChangeListener(change -> list.reload());
        number.setPlaceholder(Texts.of("work.orders.number"));
        number.setAriaLabel(Texts.of("work.orders.number"));
        number.setClearButtonVisible(true);
        number.setPrefixComponent(VaadinIcon.SEARCH.create());
        number.setValueChangeMode(ValueChangeMode.LAZY);
        number.addValueChangeListener(change -> list.reload());
        approve.setText(Texts.of("work.orders.approve.selected"));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setEnabled(false);
        approve.addClickListener(click -> approveSelected());
        columns(list.grid());
        add(
                new PageHeader(Texts.of("work.nav.orders")).actions(approve),
                new Box("q-row between wrap", tabs, number),
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked(event)
                .ifPresent(status -> filters.entrySet().stream()
                        .filter(entry -> entry.getValue().statuses().contains(status))
                        .findFirst()
                        .ifPresent(entry -> tabs.setSelectedTab(entry.getKey())));
        list.reload();
    }

    @Override
    public String getPageTitle() {
        return Texts.of("work.nav.orders");
    }

    private void tab(String name, Filter filter) {
        var tab = Named.as("tab-" + name, new Tab(Texts.of("work.orders.tab." + name)));
        filters.put(tab, filter);
        tabs.add(tab);
    }

    private Slice<OrderSummary> page(@Nullable String cursor) {
        var filter = filters.getOrDefault(tabs.getSelectedTab(), new Filter(Set.of(), false));
        String text = number.getValue().isBlank() ? null : number.getValue().strip();
        return orders.list(
                new OrderQuery(OrderQuery.Side.SELL, filter.statuses(), filter.heldOnly(), text, cursor, 50));
    }

    private void columns(Grid<OrderSummary> grid) {
        Named.as("orders", grid);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(
                selection -> approve.setEnabled(!selection.getAllSelectedItems().isEmpty()));
        grid.addComponentColumn(OrdersView::link).setHeader(Texts.of("work.orders.number"));
        grid.addColumn(OrderSummary::buyerName)
                .setHeader(Texts.of("work.orders.buyer"))
                .setFlexGrow(2);
        grid.addComponentColumn(StatusBadge::of).setHeader(Texts.of("work.orders.status"));
        grid.addColumn(OrderSummary::lines)
                .setHeader(Texts.of("work.orders.lines"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(order -> new MoneyText(order.total()))
                .setHeader(Texts.of("work.orders.total"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(order -> new MomentText(order.createdAt())).setHeader(Texts.of("work.orders.made"));
    }

    private static Anchor link(OrderSummary order) {
        return Named.as(
                "order-" + order.number(),
                new Anchor(WorkspaceNavigation.order(order.id().value()), order.number()));
    }

    private void approveSelected() {
        int done = 0;
        for (OrderSummary order : List.copyOf(list.grid().getSelectedItems())) {
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
        list.grid().deselectAll();
        list.reload();
    }

    private static java.util.Optional<OrderStatus> asked(BeforeEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter("status")
                .flatMap(name -> java.util.Arrays.stream(OrderStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst());
    }

    private record Filter(Set<OrderStatus> statuses, boolean heldOnly) {}
}
