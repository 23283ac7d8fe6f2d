package org.aeworkbench.benchmark;

import org.aeworkbench.network.AutoencoderSpec;
import org.aeworkbench.training.Backend;

/** What is measured: a network on a backend. */
record Subject(AutoencoderSpec spec, Backend backend) {}
