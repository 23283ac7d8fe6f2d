package org.aeworkbench.imports.source;

import org.aeworkbench.datasets.Dataset;
import org.aeworkbench.datasets.store.Part;
import org.jspecify.annotations.Nullable;

/**
 * An image of a source.
 *
 * @param name for messages: which of them
 * @param part what it is for; null where the source does not say
 * @param label its class, or {@link Dataset#NO_LABEL}
 * @param content the image itself
 */
public record Item(String name, @Nullable Part part, int label, Content content) {}
