package org.aeworkbench.figures;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Letters and numbers in a picture, made of squares: a machine without a display may have no font
 * at all, and Java then throws instead of drawing.
 */
final class FigureText {
  /** Of a line, in pixels. */
  static final int HEIGHT = 14;

  private static final int SQUARE = 2;
  private static final int ADVANCE = 6 * SQUARE;

  /** Seven rows of five squares for each letter that is needed. */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          letter('0', " ### #   ##   ##   ##   ##   # ### "),
          letter('1', "  #   ##    #    #    #    #   ### "),
          letter('2', " ### #   #    #  ##  #   #    #####"),
          letter('3', " ### #   #    #  ##     ##   # ### "),
          letter('4', "   #   ##  # # #  # #####   #    # "),
          letter('5', "######    ####     #    ##   # ### "),
          letter('6', " ### #    #    #### #   ##   # ### "),
          letter('7', "#####    #   #   #   #    #    #   "),
          letter('8', " ### #   ##   # ### #   ##   # ### "),
          letter('9', " ### #   ##   # ####    #    # ### "),
          letter('f', "  ##  #  # #   ###   #    #    #   "),
          letter('i', "  #       ##    #    #    #   ### "),
          letter('o', "           ### #   ##   ##   # ### "),
          letter('r', "          # ## ##   #    #    #    "),
          letter('s', "           #####     ###     ##### "),
          letter('t', " #    #   ###   #    #    #  #  ## "));

  private FigureText() {}

  private static Map.Entry<Character, String> letter(char letter, String squares) {
    return Map.entry(letter, squares);
  }

  /**
   * Draws a line.
   *
   * @param text digits, spaces and the letters of {@code first of}
   * @param rgb its colour
   */
  static void draw(BufferedImage picture, String text, int left, int top, int rgb) {
    for (int i = 0; i < text.length(); i++) {
      String squares = LETTERS.getOrDefault(text.charAt(i), "");
      for (int square = 0; square < squares.length(); square++) {
        if (squares.charAt(square) == '#') {
          int x = left + i * ADVANCE + square % 5 * SQUARE;
          int y = top + square / 5 * SQUARE;
          fill(picture, x, y, rgb);
        }
      }
    }
  }

  private static void fill(BufferedImage picture, int left, int top, int rgb) {
    for (int y = top; y < Math.min(top + SQUARE, picture.getHeight()); y++) {
      for (int x = left; x < Math.min(left + SQUARE, picture.getWidth()); x++) {
        picture.setRGB(x, y, rgb);
      }
    }
  }
}
