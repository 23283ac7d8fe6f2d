package org.aeworkbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageFigureTest {
  @Test
  void countsTheLinesOfAllClasses() {
    assertThat(
            CoverageFigure.of(
                List.of(
                    "GROUP,PACKAGE,CLASS,LINE_MISSED,LINE_COVERED,METHOD_MISSED",
                    "g,p,A,10,30,1",
                    "g,p,A.B,0,60,0")))
        .startsWith("Line coverage 90.0 %: 90 of 100 lines");
  }

  @Test
  void aTableOfAnotherKindIsAnError() {
    assertThatThrownBy(() -> CoverageFigure.of(List.of("a,b", "1,2")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
