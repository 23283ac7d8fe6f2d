package org.aeworkbench.app.builder;

import java.util.List;
import java.util.Optional;
import org.aeworkbench.model.Activation;
import org.aeworkbench.model.DraftDiagnosis;
import org.aeworkbench.model.ImageShape;
import org.aeworkbench.model.Layer;
import org.aeworkbench.model.NetworkDraft;
import org.aeworkbench.model.NetworkSpec;
import org.aeworkbench.model.Place;
import org.aeworkbench.model.Presets;
import org.aeworkbench.model.TrainingPlan;
import org.aeworkbench.problem.UsageException;
import org.aeworkbench.training.Backends;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen to be trained: a plan, and the network as it is being put together, where it is.
 *
 * @param plan with the draft's network, or the last that could run
 * @param draft null while the network is one of the lab's or an opened model's
 */
public record PlanChoice(TrainingPlan plan, @Nullable NetworkDraft draft) {
  /** A plan whose network nobody is changing. */
  public static PlanChoice of(TrainingPlan plan) {
    return new PlanChoice(plan, null);
  }

  /** True if the network is being put together, or is none of the lab's. */
  public boolean isCustom() {
    return draft != null || Presets.LAB.stream().noneMatch(p -> p.isFamilyOf(plan.spec()));
  }

  /** The network as it stands, whether it can run or not. */
  public NetworkDraft network() {
    return draft == null ? NetworkDraft.of(plan.spec()) : draft;
  }

  /** The same with another network; the plan follows if that can run. */
  public PlanChoice withDraft(NetworkDraft other) {
    return new PlanChoice(planOf(other).orElse(plan), other);
  }

  /** The same with another plan; a draft stays what it is unless the plan's network is another. */
  public PlanChoice withPlan(TrainingPlan other) {
    if (draft == null) {
      return of(other);
    }
    return other.spec().equals(plan.spec())
        ? new PlanChoice(other, draft).withDraft(draft)
        : new PlanChoice(other, NetworkDraft.of(other.spec()));
  }

  /**
   * The same for images of another shape. A network that comes out at their size is made for them.
   * Of those that do not, a lab's becomes the shallow one; any other keeps its layers as a draft,
   * so that it says what is wrong and can be mended.
   */
  public PlanChoice forImage(ImageShape image) {
    TrainingPlan fitted = plan.forImage(image);
    boolean same = fitted.spec().encoder().equals(plan.spec().encoder());
    if (draft == null) {
      return same || !isCustom() ? of(fitted) : of(fitted).withDraft(network().withImage(image));
    }
    if (draft.image().equals(image)) {
      return fitted.equals(plan) ? this : new PlanChoice(fitted, draft);
    }
    return of(fitted).withDraft(draft.withImage(image));
  }

  /** What is chosen once a model is there that was trained by a plan. */
  public PlanChoice ofModel(TrainingPlan other) {
    return plan.equals(other) && diagnosis().runs()
        ? this
        : new PlanChoice(other, draft == null ? null : NetworkDraft.of(other.spec()));
  }

  /** Shapes and the first fault, one of network and loss together included. */
  public DraftDiagnosis diagnosis() {
    NetworkDraft network = network();
    DraftDiagnosis diagnosis = network.diagnosis();
    if (!diagnosis.runs()) {
      return diagnosis;
    }
    try {
      plan.withSpec(spec(network));
      return diagnosis;
    } catch (UsageException e) {
      return diagnosis.orElse(
          new DraftDiagnosis.Fault(
              network.output().orElseThrow(),
              "Cross-entropy needs a sigmoid here.",
              e.getMessage()));
    }
  }

  /** What would help against the first fault, the best first. */
  public List<Mend> mends() {
    NetworkDraft network = network();
    if (!network.diagnosis().runs()) {
      return Mends.of(network);
    }
    if (diagnosis().runs()) {
      return List.of();
    }
    Place output = network.output().orElseThrow();
    Layer sigmoid = LayerChanges.withActivation(network.layer(output), Activation.SIGMOID);
    return List.of(new Mend("Make it sigmoid", network.replace(output, sigmoid)));
  }

  /** Why this cannot be trained, with what would help; empty if it can. */
  public Optional<String> refusal() {
    Optional<String> fault = diagnosis().fault().map(DraftDiagnosis.Fault::message);
    if (fault.isPresent()) {
      return fault;
    }
    try {
      Backends.check(plan);
      return Optional.empty();
    } catch (UsageException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<TrainingPlan> planOf(NetworkDraft other) {
    try {
      return Optional.of(plan.withSpec(spec(other)));
    } catch (UsageException e) {
      return Optional.empty(); // the diagnosis tells
    }
  }

  private static NetworkSpec spec(NetworkDraft draft) {
    return new NetworkSpec(draft.image(), draft.encoder(), draft.code(), draft.decoder());
  }
}
