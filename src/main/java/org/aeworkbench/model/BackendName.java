package org.aeworkbench.model;

import org.aeworkbench.problem.UsageException;

/** What computes a training. */
public enum BackendName {
  /** The workbench's own engine on the processor's vector units: the default. */
  VECTOR("vector"),
  /** Deeplearning4j, the reference. */
  DL4J("dl4j");

  private final String id;

  BackendName(String id) {
    this.id = id;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /**
   * The backend of a name.
   *
   * @throws UsageException if there is none of that name
   */
  public static BackendName of(String id) {
    for (BackendName backend : values()) {
      if (backend.id.equalsIgnoreCase(id)) {
        return backend;
      }
    }
    throw new UsageException("There is no backend \"" + id + "\".", "Choose vector or dl4j.");
  }
}
