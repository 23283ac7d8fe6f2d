package org.aeworkbench.cli;

import org.aeworkbench.modelfile.WorkbenchVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"Autoencoder Workbench " + WorkbenchVersion.current()};
  }
}
