/** The form of responses: problems as RFC 9457 documents, error pages, languages. */
@NullMarked
package io.qudao.control.web;

import org.jspecify.annotations.NullMarked;
