package org.aeworkbench.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.aeworkbench.app.session.TabName;
import org.kordamp.ikonli.feather.Feather;

/**
 * A tab of the window.
 *
 * @param name which one it is
 * @param icon beside it
 * @param content built when the tab is first shown
 */
record WorkbenchTab(TabName name, Feather icon, Supplier<Node> content) {}
