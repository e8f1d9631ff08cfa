/**
 * The foundation of the control plane: the program, its public addresses, its database and the form of its responses.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel"})
package io.qudao.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
