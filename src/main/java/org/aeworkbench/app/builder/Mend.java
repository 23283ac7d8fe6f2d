package org.aeworkbench.app.builder;

import org.aeworkbench.model.NetworkDraft;

/**
 * A change that brings a draft nearer to a network that runs.
 *
 * @param title what it does, for a button: {@code Reshape to 4×4×8}
 * @param draft as it is afterwards
 */
public record Mend(String title, NetworkDraft draft) {}
