package org.aeworkbench.cli;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers as option values, and what is no number named as people say it. */
final class NumberConverters {
  private NumberConverters() {}

  /** Whole numbers of 32 bits. */
  static final class Whole implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
    }
  }

  /** Whole numbers of 64 bits. */
  static final class LongWhole implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      return whole(value, Long.MIN_VALUE, Long.MAX_VALUE).longValue();
    }
  }

  /** Numbers with or without a decimal point. */
  static final class Real implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        return Double.valueOf(value);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'" + value + "' is no number." + (value.contains(",") ? " Write 0.5, not 0,5." : ""));
      }
    }
  }

  private static BigInteger whole(String value, long least, long most) {
    BigInteger number;
    try {
      number = new BigInteger(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + value + "' is no whole number.");
    }
    if (number.compareTo(BigInteger.valueOf(least)) < 0) {
      throw new TypeConversionException("'" + value + "' is too small.");
    }
    if (number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new TypeConversionException("'" + value + "' is too large.");
    }
    return number;
  }
}
