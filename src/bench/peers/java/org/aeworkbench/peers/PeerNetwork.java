package org.aeworkbench.peers;

import java.util.Arrays;
import java.util.Locale;
import org.aeworkbench.model.NetworkSpec;

/**
 * What all trainers train: the lab's networks, keras.io's, variational ones (PyTorch's and
 * keras.io's), and one of colour with strides.
 */
enum PeerNetwork {
  SHALLOW(256, "28x28x1 | dense:32:relu | dense:784:sigmoid"),
  DEEP(
      256,
      "28x28x1 | dense:128:relu dense:64:relu dense:32:relu"
          + " | dense:64:relu dense:128:relu dense:784:sigmoid"),
  CONV(
      256,
      "28x28x1 | conv:16:relu pool conv:8:relu pool conv:8:relu pool"
          + " | conv:8:relu up conv:8:relu up conv:16:relu:valid up conv:1:sigmoid"),
  KERAS_CONV(
      128,
      "28x28x1 | conv:32:relu pool conv:32:relu pool | tconv:32:relu tconv:32:relu conv:1:sigmoid"),
  MLP_VAE(128, "28x28x1 | dense:400:relu gaussian:20 | dense:400:relu dense:784:sigmoid"),
  CONV_VAE(
      128,
      "28x28x1 | conv:32:relu:stride2 conv:64:relu:stride2 dense:16:relu gaussian:2"
          + " | dense:3136:relu reshape:64:7:7 tconv:64:relu tconv:32:relu conv:1:sigmoid"),
  COLOUR_64(
      128,
      "64x64x3 | conv:32:relu:stride2 conv:64:relu:stride2 dense:128:linear"
          + " | dense:16384:relu reshape:64:16:16 tconv:32:relu tconv:3:sigmoid");

  private final int batch;
  private final String text;

  PeerNetwork(int batch, String text) {
    this.batch = batch;
    this.text = text;
  }

  /** Images a batch. */
  int batch() {
    return batch;
  }

  /** The network as a value; its last activation is a sigmoid. */
  NetworkSpec spec() {
    return NetworkSpec.parse(text);
  }

  /** As it stands in the table and on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The network of an {@link #id}. */
  static PeerNetwork of(String id) {
    return Arrays.stream(values())
        .filter(network -> network.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no network is called " + id));
  }
}
