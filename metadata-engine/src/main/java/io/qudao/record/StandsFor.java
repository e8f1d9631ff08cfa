package io.qudao.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fields that a property of a module's JSON, a parameter of its handler, or the whole answer of a handler stands for,
 * such as {@code partner.phone}. If one of them is hidden from the caller, the property is left out, and the parameter or
 * the handler refused.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface StandsFor {
    String[] value();
}
