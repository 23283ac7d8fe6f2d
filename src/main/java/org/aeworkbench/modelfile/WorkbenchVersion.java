package org.aeworkbench.modelfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this build, as the pom has it. */
public final class WorkbenchVersion {
  private WorkbenchVersion() {}

  /** For instance {@code 1.0.0}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = WorkbenchVersion.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("version.properties is part of the build", e);
    }
    return properties.getProperty("version");
  }
}
