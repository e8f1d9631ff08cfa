package io.qudao.ui.ordering;

import io.qudao.ordering.Submission;
import io.qudao.ui.component.MoneyText;
import io.qudao.ui.component.Notices;
import io.qudao.ui.component.Texts;

/** Shows the result of a submission on an order's page, in the portal and in the workspace. */
final class SubmissionNotice {
    private SubmissionNotice() {}

    static void show(Submission submission) {
        switch (submission) {
            case Submission.Accepted accepted ->
                Notices.done(Texts.of("submission.accepted", OrderTexts.number(accepted.order())));
            case Submission.CreditHeld held ->
                Notices.warn(Texts.of(
                        "submission.held.text",
                        MoneyText.format(held.exposure()),
                        MoneyText.format(held.limit()),
                        MoneyText.format(held.over())));
            case Submission.OutOfStock _ -> Notices.warn(Texts.of("submission.out_of_stock"));
            case Submission.PriceChanged changed ->
                Notices.warn(Texts.of(
                        "submission.price_changed.text",
                        MoneyText.format(changed.confirmed()),
                        MoneyText.format(changed.now())));
            case Submission.Unpriced _ -> Notices.warn(Texts.of("submission.unpriced"));
        }
    }
}
