/** Sign-in and sign-out pages, and the internal endpoints for the other programs. */
@NullMarked
package io.qudao.identity.web;

import org.jspecify.annotations.NullMarked;
