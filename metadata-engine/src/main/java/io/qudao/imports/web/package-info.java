/** Import jobs over REST. */
@NullMarked
package io.qudao.imports.web;

import org.jspecify.annotations.NullMarked;
