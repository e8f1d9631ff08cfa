package io.qudao.ui.builder;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.DataType;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.Releases.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The tenant's objects as the draft would leave them. */
record DraftObjects(List<Listing> listings) {
    private static final String DEFAULT = "default";
    /** An object. */
    record Shape(Listing listing, Label label, Label plural) {
        String name() {
            return listing.key().name();
        }

        boolean isStandard() {
            return listing.standard() != null;
        }
    }

    /** @param listing null for a field that every object has */
    record Piece(String name, FieldForm form, @Nullable Listing listing) {
        boolean isOwn() {
            return listing != null && listing.standard() == null;
        }

        boolean isEdited() {
            return listing != null && listing.edited();
        }
    }

    private record Named(Label label, @Nullable Label plural) {}

    private record Called(@Nullable Label label) {}

    private record Columns(List<String> columns) {}

    /** A page or a list with its component key. */
    record Placed<T>(ComponentKey key, boolean standard, T design) {}

    List<Shape> objects() {
        return of(ComponentKind.OBJECT, key -> true).map(DraftObjects::shape).toList();
    }

    Optional<Shape> object(String name) {
        return objects().stream().filter(shape -> shape.name().equals(name)).findFirst();
    }

    Set<String> names() {
        return objects().stream().map(Shape::name).collect(Collectors.toSet());
    }

    /** Returns the label of a component, if it exists and has one. */
    Optional<Label> label(ComponentKey key) {
        return listings.stream()
                .filter(listing -> listing.key().equals(key))
                .findFirst()
                .map(listing ->
                        Documents.read(listing.effective(), Called.class).label());
    }

    long ownFields(String object) {
        return of(ComponentKind.FIELD, key -> key.object().equals(object))
                .filter(listing -> listing.standard() == null)
                .count();
    }

    /** Returns the fields: standard ones first, then in the order of the page, then those that are on no page. */
    List<Piece> fields(Shape object) {
        var given = object.isStandard() ? Stream.<Piece>of() : given().stream();
        var page = onThePage(object);
        var made = of(ComponentKind.FIELD, key -> key.object().equals(object.name()))
                .map(listing -> new Piece(listing.key().local(), FieldForm.read(listing.effective()), listing))
                .sorted(Comparator.comparing(Piece::isOwn).thenComparingInt(piece -> {
                    int place = page.indexOf(piece.name());
                    return place < 0 ? page.size() : place;
                }));
        return Stream.concat(given, made).toList();
    }

    /** Returns the fields of the designed page. */
    private List<String> onThePage(Shape object) {
        return part(ComponentKind.LAYOUT, object.name(), DEFAULT).stream()
                .map(listing -> Documents.read(listing.effective(), PageDesign.class))
                .flatMap(design -> design.sections().stream())
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    Placed<PageDesign> page(Shape object) {
        return part(ComponentKind.LAYOUT, object.name(), DEFAULT)
                .map(listing -> new Placed<>(
                        listing.key(),
                        listing.standard() != null,
                        Documents.read(listing.effective(), PageDesign.class)))
                .orElseGet(() -> new Placed<>(
                        ComponentKey.part(ComponentKind.LAYOUT, object.name(), DEFAULT),
                        false,
                        new PageDesign(List.of(new PageDesign.Part(
                                MessageLabel.label("build.page.details"), 0, fieldNames(object))))));
    }

    /** Returns the columns of the object's first list, or the default columns if there is none. */
    private Placed<List<String>> list(Shape object) {
        return part(ComponentKind.LIST_VIEW, object.name(), "all")
                .map(listing -> new Placed<>(
                        listing.key(),
                        listing.standard() != null,
                        Documents.read(listing.effective(), Columns.class).columns()))
                .orElseGet(() -> new Placed<>(
                        ComponentKey.part(ComponentKind.LIST_VIEW, object.name(), "all"),
                        false,
                        fields(object).stream()
                                .filter(piece -> object.isStandard()
                                        || piece.isOwn()
                                        || piece.name().equals("name"))
                                .map(Piece::name)
                                .limit(ListView.USUAL_COLUMNS)
                                .toList()));
    }

    /** Returns the object's list with a field added as last column. */
    Component listWith(Shape object, String field) {
        var list = list(object);
        var columns = new ArrayList<>(list.design());
        if (!columns.contains(field)) {
            columns.add(field);
        }
        return listOf(list, columns);
    }

    /** Returns the object's list without a field and its paths; empty if no list contains it. */
    Optional<Component> listWithout(Shape object, String field) {
        var list = list(object);
        var columns = list.design().stream()
                .filter(other -> !other.equals(field) && !other.startsWith(field + "."))
                .toList();
        boolean less = columns.size() < list.design().size() && !columns.isEmpty();
        return less && isKept(list.key()) ? Optional.of(listOf(list, columns)) : Optional.empty();
    }

    /** Returns the object's page without a field; empty if no designed page shows it. */
    Optional<Component> pageWithout(Shape object, String field) {
        var page = page(object);
        return isKept(page.key()) && page.design().shows(field)
                ? Optional.of(pageOf(page, page.design().without(field)))
                : Optional.empty();
    }

    /** Returns whether the component exists; otherwise it is the default of all objects. */
    boolean isKept(ComponentKey key) {
        return listings.stream().anyMatch(listing -> listing.key().equals(key));
    }

    private Component listOf(Placed<List<String>> list, List<String> columns) {
        var document = own(list.key());
        if (!list.standard() && !document.has("label")) {
            Documents.put(document, "label", MessageLabel.label("build.list.all"));
        }
        Documents.put(document, "columns", columns);
        return Documents.component(list.key(), document);
    }

    Component pageOf(Placed<PageDesign> page, PageDesign design) {
        var document = own(page.key());
        Documents.put(document, "sections", design.sections());
        return Documents.component(page.key(), document);
    }

    private ObjectNode own(ComponentKey key) {
        return listings.stream()
                .filter(listing -> listing.key().equals(key))
                .map(Listing::own)
                .filter(Objects::nonNull)
                .map(Documents::tree)
                .findFirst()
                .orElseGet(Documents::object);
    }

    private List<String> fieldNames(Shape object) {
        return fields(object).stream().map(Piece::name).toList();
    }

    /** Returns the part with this name, else the first. */
    private Optional<Listing> part(ComponentKind kind, String object, String preferred) {
        var parts = of(kind, key -> key.object().equals(object)).toList();
        return parts.stream()
                .filter(listing -> listing.key().local().equals(preferred))
                .findFirst()
                .or(() -> parts.stream().findFirst());
    }

    private Stream<Listing> of(ComponentKind kind, Predicate<ComponentKey> wanted) {
        return listings.stream().filter(listing -> listing.key().kind() == kind && wanted.test(listing.key()));
    }

    private static Shape shape(Listing listing) {
        var named = Documents.read(listing.effective(), Named.class);
        return new Shape(listing, named.label(), named.plural() == null ? named.label() : named.plural());
    }

    /** Returns the fields that every object of a tenant has. */
    private static List<Piece> given() {
        return List.of(
                given("name", DataType.TEXT, true),
                given("created_at", DataType.DATE_TIME, false),
                given("updated_at", DataType.DATE_TIME, false));
    }

    private static Piece given(String name, DataType type, boolean required) {
        var label = MessageLabel.label("build.given." + name);
        return new Piece(
                name, new FieldForm(label, type, null, null, required, false, required, null, null, List.of()), null);
    }
}
