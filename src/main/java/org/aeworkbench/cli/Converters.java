package org.aeworkbench.cli;

import java.util.function.Function;
import org.aeworkbench.model.Loss;
import org.aeworkbench.network.Architecture;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.Backend;
import org.aeworkbench.training.Preset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values by the names that files and messages use. */
final class Converters {
  private Converters() {}

  /** See {@link Architecture#of}. */
  static final class OfArchitecture implements ITypeConverter<Architecture> {
    @Override
    public Architecture convert(String value) {
      return named(Architecture::of, value);
    }
  }

  /** See {@link Backend#of}. */
  static final class OfBackend implements ITypeConverter<Backend> {
    @Override
    public Backend convert(String value) {
      return named(Backend::of, value);
    }
  }

  /** See {@link Loss#of}. */
  static final class OfLoss implements ITypeConverter<Loss> {
    @Override
    public Loss convert(String value) {
      return named(Loss::of, value);
    }
  }

  /** See {@link Preset#of(String)}. */
  static final class OfPreset implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String value) {
      return named(Preset::of, value);
    }
  }

  private static <T> T named(Function<String, T> of, String value) {
    try {
      return of.apply(value);
    } catch (UsageException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
