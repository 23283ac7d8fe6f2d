package org.aeworkbench.files;

import java.util.Comparator;
import java.util.Locale;

/**
 * Names as people count: {@code scan2} before {@code scan10}, upper and lower case together. A
 * total order: names that differ only in case or in leading zeros are ordered by their letters.
 */
public final class NaturalOrder implements Comparator<String> {
  /** The order of whole names; the same one on every system and in every language. */
  public NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int numberEnd = digitsEnd(left, i);
      int otherEnd = digitsEnd(right, j);
      int order;
      if (numberEnd > i && otherEnd > j) {
        order = compareNumbers(left.substring(i, numberEnd), right.substring(j, otherEnd));
        i = numberEnd;
        j = otherEnd;
      } else {
        order = Character.compare(left.charAt(i++), right.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    int rest = Integer.compare(left.length() - i, right.length() - j);
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Of any length, which numbers of the machine do not take. */
  private static int compareNumbers(String a, String b) {
    String left = withoutZeros(a);
    String right = withoutZeros(b);
    int length = Integer.compare(left.length(), right.length());
    return length != 0 ? length : left.compareTo(right);
  }

  private static String withoutZeros(String number) {
    int first = 0;
    while (first < number.length() - 1 && number.charAt(first) == '0') {
      first++;
    }
    return number.substring(first);
  }
}
