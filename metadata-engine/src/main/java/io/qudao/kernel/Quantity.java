package io.qudao.kernel;

/** A whole number of one unit of measure, such as 3 cases. Stock is kept in base units (U1). */
public record Quantity(long value, String unit) {
    public Quantity {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("A quantity needs a unit");
        }
    }

    @Override
    public String toString() {
        return value + " " + unit;
    }
}
