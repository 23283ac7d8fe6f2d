import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import jdk.tools.jlink.internal.PluginRepository;
import jdk.tools.jlink.plugin.Plugin;
import jdk.tools.jlink.plugin.ResourcePool;
import jdk.tools.jlink.plugin.ResourcePoolBuilder;
import jdk.tools.jlink.plugin.ResourcePoolEntry;

/**
 * A plugin of jlink that takes the mark "incubating" off the vector module of our own run-time
 * image. With it the JVM keeps neither the module graph nor linked classes nor lambdas in the AOT
 * cache, and a start takes half as long again (src/docs/adr/0020); without it nothing else changes.
 */
final class IncubatorMark implements Plugin {
  private static final String OPTION = "remove-incubator-mark";
  private static final String MODULE_INFO = "/jdk.incubator.vector/module-info.class";

  private IncubatorMark() {}

  /** Makes the plugin known to the jlink of this process; returns the option that asks for it. */
  static String register() {
    PluginRepository.registerPlugin(new IncubatorMark());
    return "--" + OPTION;
  }

  @Override
  public String getName() {
    return OPTION;
  }

  /** Early: the plugin that writes the table of system modules has to see the changed one. */
  @Override
  public Category getType() {
    return Category.FILTER;
  }

  @Override
  public ResourcePool transform(ResourcePool in, ResourcePoolBuilder out) {
    in.transformAndCopy(
        entry -> entry.path().equals(MODULE_INFO) ? withoutMark(entry) : entry, out);
    return out.build();
  }

  private static ResourcePoolEntry withoutMark(ResourcePoolEntry entry) {
    ClassFile classFile = ClassFile.of();
    return entry.copyWithContent(
        classFile.transformClass(
            classFile.parse(entry.contentBytes()),
            ClassTransform.dropping(ModuleResolutionAttribute.class::isInstance)));
  }
}
