package io.qudao.deploy.client;

/** The system refused a request. */
public final class RefusedException extends RuntimeException {
    private final transient Answer answer;

    RefusedException(String what, Answer answer) {
        super(what + " was refused (" + answer.status() + "): " + answer.body());
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
