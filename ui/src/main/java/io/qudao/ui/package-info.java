/** The platform node and its user interfaces: portal, workspace and builder. */
@NullMarked
@ApplicationModule
package io.qudao.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
