/** The catalogue over REST, with its pictures. */
@NullMarked
package io.qudao.catalog.web;

import org.jspecify.annotations.NullMarked;
