package io.qudao.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Access, in addition to {@link Permits}: only members who act for the tenant itself, not for one of its partners.
 * Required wherever data of the whole tenant is changed.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HeadOffice {}
