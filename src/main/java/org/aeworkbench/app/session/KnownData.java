package org.aeworkbench.app.session;

import java.nio.file.Path;
import org.aeworkbench.imports.ImportOptions;

/**
 * A data set that was used before.
 *
 * @param path of what it was made from
 * @param name for people
 * @param options how it was made of that
 */
public record KnownData(Path path, String name, ImportOptions options) {}
