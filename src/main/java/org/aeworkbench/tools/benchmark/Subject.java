package org.aeworkbench.tools.benchmark;

import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.NetworkSpec;

/** What is measured: a network on a backend. */
record Subject(NetworkSpec spec, BackendName backend) {}
