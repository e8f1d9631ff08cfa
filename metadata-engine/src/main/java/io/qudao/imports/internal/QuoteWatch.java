package io.qudao.imports.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Follows the quotes of a CSV text while it is read, to find out where an unclosed quote was opened. */
final class QuoteWatch extends FilterReader {
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final char separator;
    private State state = State.FIELD_START;
    private long line = 1;
    private long opened;
    private boolean strayed;

    QuoteWatch(Reader source, char separator) {
        super(source);
        this.separator = separator;
    }

    /** Returns the line where a quoted field was opened and never closed; 0 if all quotes are closed. */
    long unclosed() {
        return state == State.QUOTED ? opened : 0;
    }

    /** Returns whether text follows a closing quote. */
    boolean strayed() {
        return strayed;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            follow((char) one);
        }
        return one;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            follow(into[i]);
        }
        return read;
    }

    private void follow(char next) {
        state = switch (state) {
            case FIELD_START, PLAIN -> plain(next);
            case QUOTED -> next == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> next == '"' ? State.QUOTED : plain(next);
        };
        if (next == '\n') {
            line++;
        }
    }

    private State plain(char next) {
        if (next == separator || next == '\n' || next == '\r') {
            return State.FIELD_START;
        }
        if (next == '"' && state == State.FIELD_START) {
            opened = line;
            return State.QUOTED;
        }
        strayed |= state == State.QUOTE_IN_QUOTED;
        return State.PLAIN;
    }
}
