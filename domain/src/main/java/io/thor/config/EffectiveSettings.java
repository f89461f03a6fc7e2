package io.thor.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * What every key is on this node, in the order of {@link Keys}; of a family, those that were read.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class EffectiveSettings {

  private static final String HIDDEN = "(set)";

  @Inject Settings settings;

  /** All of them. Secrets are left out, but for whether they are set. */
  public List<EffectiveSetting> all() {
    return Keys.ALL.stream().flatMap(this::of).toList();
  }

  private Stream<EffectiveSetting> of(Key key) {
    if (!key.isFamily()) {
      return Stream.of(effective(key, key.name()));
    }
    return settings.keysRead().stream()
        .filter(read -> Keys.find(Keys.ALL, read).filter(key::equals).isPresent())
        .sorted()
        .map(read -> effective(key, read));
  }

  private EffectiveSetting effective(Key key, String name) {
    String value =
        settings
            .find(name)
            .map(given -> key.secret() ? HIDDEN : given)
            .orElseGet(() -> settings.fallbackRead(name).orElse(key.fallback()));
    return new EffectiveSetting(
        name, value, settings.sourceOf(name).words(), Settings.variable(name));
  }
}
