package org.aeworkbench.ui.latent;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.aeworkbench.datasets.DataSplit;
import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.ui.common.WorkbenchSession;
import org.jspecify.annotations.Nullable;

/**
 * Where the code starts: keeps in step with the image that is chosen everywhere. Only for the FX
 * thread.
 */
public final class StartChooser {
  private final WorkbenchSession session;
  private final CodeEditor editor;
  private final SplittableRandom random = new SplittableRandom();

  StartChooser(WorkbenchSession session, CodeEditor editor) {
    this.session = session;
    this.editor = editor;
    editor.chosenProperty().subscribe(code -> follow(code.start()));
    session.dataProperty().subscribe(this::onData);
    session.selectedImageProperty().subscribe(index -> onSelectedImage(index.intValue()));
  }

  /** Starts in one of the ways; what a way leaves open is drawn at random. */
  public void start(StartKind kind) {
    int image = clamp(session.selectedImageProperty().get());
    editor.start(
        switch (kind) {
          case IMAGE -> new CodeStart.Image(image);
          case MEAN -> new CodeStart.Mean();
          case RANDOM -> new CodeStart.Random(random.nextLong());
          case BETWEEN -> new CodeStart.Between(image, ofAnotherClass(image), 0.5);
        });
  }

  /** Starts in the same way from another image, random code or pair of images. */
  public void startElsewhere() {
    switch (editor.chosen().start()) {
      case CodeStart.Image image -> editor.start(new CodeStart.Image(random.nextInt(images())));
      case CodeStart.Mean mean -> {
        // There is one only.
      }
      case CodeStart.Random code -> start(StartKind.RANDOM);
      case CodeStart.Between between -> {
        int from = random.nextInt(images());
        editor.start(new CodeStart.Between(from, ofAnotherClass(from), between.share()));
      }
    }
  }

  /**
   * Starts from a test image, which becomes the chosen one everywhere.
   *
   * @param index is clamped to those there are
   */
  public void startFromImage(int index) {
    editor.browse(new CodeStart.Image(clamp(index)));
  }

  /**
   * Walks between two images; what was set stays set.
   *
   * @param from index in the test set, clamped to those there are
   * @param to index in the test set, clamped to those there are
   * @param share of the way, clamped to 0…1
   */
  public void walk(int from, int to, double share) {
    editor.walk(new CodeStart.Between(clamp(from), clamp(to), Math.clamp(share, 0.0, 1.0)));
  }

  private void follow(CodeStart start) {
    if (start instanceof CodeStart.Image(int index)) {
      session.selectedImageProperty().set(index);
    }
  }

  private void onSelectedImage(int index) {
    CodeStart image = new CodeStart.Image(index);
    if (!editor.chosen().start().equals(image)) {
      editor.browse(image);
    }
  }

  /** What is chosen of one test set may not be there in another. */
  private void onData(@Nullable DataSplit data) {
    CodeStart start = editor.chosen().start();
    if (data != null
        && Arrays.stream(start.images()).anyMatch(index -> index >= data.test().size())) {
      editor.start(new CodeStart.Image(clamp(session.selectedImageProperty().get())));
    }
  }

  private int images() {
    DataSplit data = session.dataProperty().get();
    return data == null ? 1 : data.test().size();
  }

  private int clamp(int index) {
    return Math.clamp(index, 0, images() - 1);
  }

  private int ofAnotherClass(int image) {
    DataSplit data = session.dataProperty().get();
    if (data == null) {
      return image;
    }
    Dataset test = data.test();
    int first = random.nextInt(test.size());
    for (int i = 0; i < test.size(); i++) {
      int candidate = (first + i) % test.size();
      if (candidate != image && (!test.hasLabels() || test.label(candidate) != test.label(image))) {
        return candidate;
      }
    }
    return image;
  }
}
