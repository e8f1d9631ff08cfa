package io.qudao.ui.builder;

import io.qudao.metadata.Component;
import io.qudao.metadata.ComponentKey;
import io.qudao.metadata.ComponentKind;
import io.qudao.metadata.Field;
import io.qudao.metadata.Label;
import io.qudao.metadata.ListView;
import io.qudao.metadata.ObjectType;
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
    record DraftObject(Listing listing, Label label, Label plural) {
        String name() {
            return listing.key().name();
        }

        boolean isStandard() {
            return listing.standard() != null;
        }
    }

    /** @param listing null for a system field */
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

    List<DraftObject> objects() {
        return of(ComponentKind.OBJECT, key -> true).map(DraftObjects::shape).toList();
    }

    Optional<DraftObject> object(String name) {
        return objects().stream().filter(shape -> shape.name().equals(name)).findFirst();
    }

    Set<String> names() {
        return objects().stream().map(DraftObject::name).collect(Collectors.toSet());
    }

    /** Returns the label of a component or a system field, if it exists and has one. */
    Optional<Label> label(ComponentKey key) {
        return listings.stream()
                .filter(listing -> listing.key().equals(key))
                .findFirst()
                .map(listing ->
                        Documents.read(listing.effective(), Called.class).label())
                .or(() -> systemField(key).map(Field::label));
    }

    private Optional<Field> systemField(ComponentKey key) {
        return of(
                        ComponentKind.OBJECT,
                        object -> key.kind() == ComponentKind.FIELD
                                && object.name().equals(key.object()))
                .flatMap(listing -> listing.systemFields().stream())
                .filter(field -> field.name().equals(key.local()))
                .findFirst();
    }

    long ownFields(String object) {
        return of(ComponentKind.FIELD, key -> key.object().equals(object))
                .filter(listing -> listing.standard() == null)
                .count();
    }

    /** Returns the fields: standard ones first, then in the order of the page, then those that are on no page. */
    List<Piece> fields(DraftObject object) {
        var given = object.listing().systemFields().stream()
                .map(field -> new Piece(field.name(), FieldForm.of(field), null));
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
    private List<String> onThePage(DraftObject object) {
        return part(ComponentKind.LAYOUT, object.name(), DEFAULT).stream()
                .map(listing -> Documents.read(listing.effective(), PageDesign.class))
                .flatMap(design -> design.sections().stream())
                .flatMap(section -> section.fields().stream())
                .toList();
    }

    Placed<PageDesign> page(DraftObject object) {
        return part(ComponentKind.LAYOUT, object.name(), DEFAULT)
                .map(listing -> new Placed<>(
                        listing.key(),
                        listing.standard() != null,
                        Documents.read(listing.effective(), PageDesign.class)))
                .orElseGet(() -> new Placed<>(
                        ComponentKey.part(ComponentKind.LAYOUT, object.name(), DEFAULT),
                        false,
                        new PageDesign(List.of(new PageDesign.Part(
                                MessageLabel.label("build.page.details"), 0, usualFields(object))))));
    }

    /** Returns the columns of the object's first list, or the default columns if there is none. */
    private Placed<List<String>> list(DraftObject object) {
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
    Component listWith(DraftObject object, String field) {
        var list = list(object);
        var columns = new ArrayList<>(list.design());
        if (!columns.contains(field)) {
            columns.add(field);
        }
        return listOf(list, columns);
    }

    /** Returns whether the object's list shows a field. */
    boolean isListed(DraftObject object, String field) {
        return list(object).design().contains(field);
    }

    /** Returns the object's list with a field if it does not show it, otherwise without. */
    Component listToggled(DraftObject object, String field) {
        var list = list(object);
        return isListed(object, field)
                ? listOf(
                        list,
                        list.design().stream()
                                .filter(other -> !other.equals(field))
                                .toList())
                : listWith(object, field);
    }

    /** Returns the object's list without a field and its paths; empty if no list contains it. */
    Optional<Component> listWithout(DraftObject object, String field) {
        var list = list(object);
        var columns = list.design().stream()
                .filter(other -> !other.equals(field) && !other.startsWith(field + "."))
                .toList();
        boolean less = columns.size() < list.design().size() && !columns.isEmpty();
        return less && isKept(list.key()) ? Optional.of(listOf(list, columns)) : Optional.empty();
    }

    /** Returns the object's page without a field; empty if no designed page shows it. */
    Optional<Component> pageWithout(DraftObject object, String field) {
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

    /** Returns the fields that the page shows as long as nobody has designed it. */
    private List<String> usualFields(DraftObject object) {
        return fields(object).stream()
                .filter(piece -> piece.listing() != null || ObjectType.isUsuallyShown(piece.name()))
                .map(Piece::name)
                .toList();
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

    private static DraftObject shape(Listing listing) {
        var named = Documents.read(listing.effective(), Named.class);
        return new DraftObject(listing, named.label(), named.plural() == null ? named.label() : named.plural());
    }
}
