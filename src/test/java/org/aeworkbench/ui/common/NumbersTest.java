package org.aeworkbench.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "de-DE", "tr-TR", "hi-IN-u-nu-deva"})
  void writesTheSameDigitsInEveryLocale(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));
    assertThat(Numbers.grouped(1_234_567)).isEqualTo("1\u202F234\u202F567");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.5|1.5", "0,001|0.001", " 2 |2", "٠٫٠٠١|0.001", "۱۲|12", "−3,5|-3.5", "1e-3|1e-3"})
  void readsWhatPeopleType(String typed, String plain) {
    assertThat(Numbers.plain(typed)).isEqualTo(plain);
  }

  @Test
  void leavesWordsToWhoeverReadsTheNumber() {
    assertThat(Numbers.plain("one")).isEqualTo("one");
    assertThat(Numbers.plain("1,2,3")).isEqualTo("1.2.3");
  }
}
