package io.qudao.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.qudao.kernel.ProblemCode;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Shown if a page could not be displayed: refused, not found, or failed with a reference number. */
@AnonymousAllowed
class FailedView extends Composite<Div> implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        getContent().removeAll();
        return ViewErrors.problemIn(parameter.getException())
                .map(problem -> {
                    show(title(problem.problem().kind()), Notices.detail(problem), "");
                    return status(problem.problem().kind());
                })
                .orElseGet(() -> {
                    var reference = ViewErrors.log(parameter.getException());
                    show(Texts.of("error.failed"), Texts.of("problem.internal"), reference);
                    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
                });
    }

    private void show(String title, String text, String reference) {
        getContent().add(new ErrorPage(title, text, reference));
    }

    private static String title(ProblemCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Texts.of("error.missing");
            case FORBIDDEN, UNAUTHENTICATED -> Texts.of("error.forbidden");
            default -> Texts.of("error.failed");
        };
    }

    private static int status(ProblemCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN, UNAUTHENTICATED -> HttpServletResponse.SC_FORBIDDEN;
            default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        };
    }
}
