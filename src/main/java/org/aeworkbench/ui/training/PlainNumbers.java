package org.aeworkbench.ui.training;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import javafx.util.StringConverter;

/** Tick labels with as many digits as the number has, in any locale: 12, 0.1, 0.085, 1.2E-5. */
final class PlainNumbers extends StringConverter<Number> {
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private final DecimalFormat plain = new DecimalFormat("0.#####", SYMBOLS);
  private final DecimalFormat tiny = new DecimalFormat("0.##E0", SYMBOLS);

  @Override
  public String toString(Number value) {
    double number = value.doubleValue();
    return (number != 0 && Math.abs(number) < 1e-4 ? tiny : plain).format(number);
  }

  @Override
  public Number fromString(String text) {
    return Double.valueOf(text);
  }
}
