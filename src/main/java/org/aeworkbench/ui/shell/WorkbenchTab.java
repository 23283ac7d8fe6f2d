package org.aeworkbench.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * A tab of the window.
 *
 * @param title of the tab
 * @param icon beside it
 * @param content built when the tab is first shown
 */
record WorkbenchTab(String title, Feather icon, Supplier<Node> content) {}
