package org.aeworkbench.ui.incoming;

import java.util.ArrayList;
import java.util.List;

/** The addresses of the pictures in a piece of HTML, as a browser hands it over. */
final class HtmlPictures {
  /** As many as are looked for: a whole page may have been selected. */
  static final int MOST = 100;

  private static final String TAG = "<img";

  private final String html;
  private int at;

  private HtmlPictures(String html) {
    this.html = html;
  }

  /** The sources of its {@code img} tags in order; one pass, whatever it is given. */
  static List<String> addresses(String html) {
    HtmlPictures scan = new HtmlPictures(html);
    List<String> found = new ArrayList<>();
    while (found.size() < MOST && scan.nextTag()) {
      String source = scan.source();
      if (!source.isBlank()) {
        found.add(unescaped(source.strip()));
      }
    }
    return found;
  }

  private boolean nextTag() {
    for (at = html.indexOf('<', at); at >= 0; at = html.indexOf('<', at + 1)) {
      int end = at + TAG.length();
      if (html.regionMatches(true, at, TAG, 0, TAG.length())
          && end < html.length()
          && (Character.isWhitespace(html.charAt(end)) || html.charAt(end) == '/')) {
        at = end;
        return true;
      }
    }
    at = html.length();
    return false;
  }

  // Attribute by attribute, so that "src" within another one's value is none.
  private String source() {
    while (at < html.length() && html.charAt(at) != '>') {
      if (Character.isWhitespace(html.charAt(at)) || html.charAt(at) == '/') {
        at++;
        continue;
      }
      String name = upTo("=>/");
      skipSpace();
      String value = "";
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        skipSpace();
        value = value();
      } else if (name.isEmpty()) {
        at++;
      }
      if (name.equalsIgnoreCase("src")) {
        return value;
      }
    }
    return "";
  }

  private String value() {
    char quote = at < html.length() ? html.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      return upTo(">");
    }
    int end = html.indexOf(quote, at + 1);
    String value = html.substring(at + 1, end < 0 ? html.length() : end);
    at = end < 0 ? html.length() : end + 1;
    return value;
  }

  private String upTo(String ends) {
    int from = at;
    while (at < html.length()
        && !Character.isWhitespace(html.charAt(at))
        && ends.indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(from, at);
  }

  private void skipSpace() {
    while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
      at++;
    }
  }

  private static String unescaped(String value) {
    return value.indexOf('&') < 0
        ? value
        : value
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#10;", "")
            .replace("&amp;", "&");
  }
}
