package io.qudao.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameter;
import io.qudao.record.StandsFor;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestBody;

/** The types of which clients send values, down to the parts of their parts. */
public final class RequestBodies {
    private RequestBodies() {}

    /** Returns the properties of requests that would be left out where a field is hidden: a request is taken whole. */
    public static Set<String> hidden(JavaClasses classes) {
        var hidden = new TreeSet<String>();
        types(classes)
                .forEach(type -> type.getFields().stream()
                        .filter(field -> field.isAnnotatedWith(StandsFor.class))
                        .map(JavaField::getFullName)
                        .forEach(hidden::add));
        return hidden;
    }

    /** Returns the types of request bodies and of all their parts. */
    public static Set<JavaClass> types(JavaClasses classes) {
        var found = new HashSet<JavaClass>();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class))
                .map(JavaParameter::getType)
                .forEach(type -> type.getAllInvolvedRawTypes().forEach(part -> add(part, found)));
        return found;
    }

    private static void add(JavaClass type, Set<JavaClass> found) {
        if (type.getPackageName().startsWith("io.qudao") && found.add(type)) {
            type.getFields()
                    .forEach(field -> field.getType().getAllInvolvedRawTypes().forEach(part -> add(part, found)));
        }
    }
}
