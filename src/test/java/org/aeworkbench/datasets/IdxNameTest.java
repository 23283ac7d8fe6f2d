package org.aeworkbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeworkbench.datasets.IdxName.Kind;
import org.aeworkbench.datasets.IdxName.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxNameTest {
  @ParameterizedTest
  @CsvSource({
    "train-images-idx3-ubyte,                      '',             TRAIN, IMAGES, false",
    "train-images.idx3-ubyte,                      '',             TRAIN, IMAGES, false",
    "T10K-Labels.IDX1-UBYTE.GZ,                    '',             T10K,  LABELS, true",
    "train_images_idx3_ubyte.gz,                   '',             TRAIN, IMAGES, true",
    "train-images-idx3-ubyte (1).gz,               '',             TRAIN, IMAGES, true",
    "train-images-idx3-ubyte.gz (2),               '',             TRAIN, IMAGES, true",
    "test-images.idx,                              '',             TEST,  IMAGES, false",
    "train-labels,                                 '',             TRAIN, LABELS, false",
    "emnist-letters-train-images-idx3-ubyte.gz,    emnist-letters, TRAIN, IMAGES, true",
    "emnist-byclass-test-labels-idx1-ubyte,        emnist-byclass, TEST,  LABELS, false",
    "qmnist-train-labels-idx2-int.gz,              qmnist,         TRAIN, LABELS, true",
    "qmnist-test-images-idx3-ubyte,                qmnist,         TEST,  IMAGES, false",
    "own_digits-training-images.idx3ubyte,         own-digits,     TRAIN, IMAGES, false",
  })
  void readsTheNamesThatAreAbout(String file, String set, Split split, Kind kind, boolean zipped) {
    assertThat(IdxName.parse(file)).contains(new IdxName(set, split, kind, zipped));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "._train-images-idx3-ubyte.gz",
        ".train-images-idx3-ubyte.0f.part",
        "train-images.png",
        "train-labels.tsv.gz",
        "qmnist-test-labels.tsv.gz",
        "readme.txt",
        "train",
        "images-idx3-ubyte",
        "train-images-idx3-ubyte.zip",
        ""
      })
  void leavesOtherFilesAlone(String file) {
    assertThat(IdxName.parse(file)).isEmpty();
  }

  @Test
  void aLongNameCostsNothing() {
    assertThat(IdxName.parse("train-".repeat(5_000) + "!")).isEmpty();
    assertThat(IdxName.parse("a-".repeat(5_000))).isEmpty();
  }
}
