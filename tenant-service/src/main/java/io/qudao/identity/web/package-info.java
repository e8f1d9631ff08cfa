/** Sign-in and sign-out pages, and what the other programs ask of identity. */
@NullMarked
package io.qudao.identity.web;

import org.jspecify.annotations.NullMarked;
