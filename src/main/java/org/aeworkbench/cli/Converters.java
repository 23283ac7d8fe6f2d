package org.aeworkbench.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.aeworkbench.app.builder.OwnPresets;
import org.aeworkbench.files.SystemNames;
import org.aeworkbench.files.UserFolders;
import org.aeworkbench.model.BackendName;
import org.aeworkbench.model.Corruption;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Loss;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Preset;
import org.aeworkbench.model.Presets;
import org.aeworkbench.pictures.Fit;
import org.aeworkbench.problem.ProblemException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values by the names that files and messages use. */
final class Converters {
  /** In place of a file: what the command writes goes to standard output. */
  static final String STANDARD_OUTPUT = "-";

  private Converters() {}

  /** A file or folder. */
  static final class OfPath implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      if (value.isEmpty()) {
        throw new TypeConversionException("an empty name. Name a file or a folder.");
      }
      return named(SystemNames::path, value);
    }
  }

  /** A folder that files go to. */
  static final class OfFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      if (value.equals(STANDARD_OUTPUT)) {
        throw new TypeConversionException(
            "standard output takes one file, this command leaves several. Name a folder.");
      }
      return new OfPath().convert(value);
    }
  }

  /** See {@link Presets#ofFamily}. */
  static final class OfFamily implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String value) {
      return named(Presets::ofFamily, value);
    }
  }

  /** See {@link NetworkSpec#parse}. */
  static final class OfNetwork implements ITypeConverter<NetworkSpec> {
    @Override
    public NetworkSpec convert(String value) {
      return named(NetworkSpec::parse, value);
    }
  }

  /** See {@link Fit#id}. */
  static final class OfFit implements ITypeConverter<Fit> {
    @Override
    public Fit convert(String value) {
      return Arrays.stream(Fit.values())
          .filter(fit -> fit.id().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "no way to fit is called \"" + value + "\". Choose crop, pad or stretch."));
    }
  }

  /** See {@link ImageShape#parse}. */
  static final class OfImageShape implements ITypeConverter<ImageShape> {
    @Override
    public ImageShape convert(String value) {
      return named(ImageShape::parse, value);
    }
  }

  /** See {@link BackendName#of}. */
  static final class OfBackend implements ITypeConverter<BackendName> {
    @Override
    public BackendName convert(String value) {
      return named(BackendName::of, value);
    }
  }

  /** See {@link Corruption#parse}. */
  static final class OfNoise implements ITypeConverter<Corruption> {
    @Override
    public Corruption convert(String value) {
      return named(Corruption::parse, value);
    }
  }

  /** See {@link Loss#of}. */
  static final class OfLoss implements ITypeConverter<Loss> {
    @Override
    public Loss convert(String value) {
      return named(Loss::of, value);
    }
  }

  /** The workbench's or the user's; see {@link OwnPresets#of}. */
  static final class OfPreset implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String value) {
      return named(new OwnPresets(UserFolders.ofSystem())::of, value);
    }
  }

  private static <T> T named(Function<String, T> of, String value) {
    try {
      return of.apply(value);
    } catch (ProblemException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
