package org.aeworkbench.ui.incoming;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Lets nothing out to the network: whoever asks for a way there gets a failure at once. */
final class Closed extends ProxySelector {
  @Override
  public List<Proxy> select(URI uri) {
    throw new IllegalStateException("the workbench fetches nothing");
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // Nothing was tried.
  }
}
