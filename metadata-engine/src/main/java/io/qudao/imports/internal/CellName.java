package io.qudao.imports.internal;

import javax.xml.stream.XMLStreamException;

/**
 * The name of a cell, such as {@code AB12}.
 *
 * @param column counted from 0
 * @param row counted from 1
 */
record CellName(int column, int row) {
    static final int LAST_COLUMN = 16_384;
    static final int LAST_ROW = 1_048_576;
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    static CellName of(String text) throws XMLStreamException {
        int column = 0;
        int at = 0;
        while (at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z' && at < MOST_LETTERS) {
            column = column * LETTERS + text.charAt(at) - 'A' + 1;
            at++;
        }
        var digits = text.substring(at);
        boolean named = at > 0 && !digits.isEmpty() && digits.length() <= MOST_DIGITS;
        if (!named || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9') || column > LAST_COLUMN) {
            throw new XMLStreamException("Not a cell: " + text);
        }
        return new CellName(column - 1, Integer.parseInt(digits));
    }

    @Override
    public String toString() {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.append((char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.reverse().append(row).toString();
    }
}
