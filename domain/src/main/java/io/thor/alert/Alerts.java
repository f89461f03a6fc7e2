package io.thor.alert;

import io.thor.config.Settings;
import io.thor.cutover.OperatorAlert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Alerts on their way to {@code thor.alert.webhook-url}. Without that key nothing is kept.
 *
 * <p>Threads: any; observing only enqueues. Errors: {@link io.thor.config.InvalidSettingException}
 * at the start for what is no address.
 */
@ApplicationScoped
public class Alerts {

  /** Key: where alerts are posted to. It may hold a secret and is never logged. */
  static final String URL_KEY = "thor.alert.webhook-url";

  private static final System.Logger LOG = System.getLogger(Alerts.class.getName());

  @Inject Settings settings;
  @Inject Clock clock;

  private final AlertQueue queue = new AlertQueue();
  private volatile Optional<URI> address = Optional.empty();

  /** Sends one alert. */
  @FunctionalInterface
  public interface Sender {

    /** Errors: {@link AlertFailedException} when it was not taken. */
    void send(URI address, OperatorAlert alert) throws AlertFailedException;
  }

  /** Reads the configuration; called once, before anything is served. */
  public void read() {
    address = settings.find(URL_KEY).map(AlertAddress::parse);
  }

  void onAlert(@Observes OperatorAlert alert) {
    if (address.isPresent()) {
      queue.add(alert);
    }
  }

  /** Sends what is due, one after the other, until one fails. */
  public void send(Sender sender) {
    if (address.isEmpty()) {
      return;
    }
    Optional<OperatorAlert> due = queue.due(clock.instant());
    while (due.isPresent() && sent(sender, due.get())) {
      due = queue.due(clock.instant());
    }
  }

  /** How many alerts of this node never arrived. */
  public long dropped() {
    return queue.dropped();
  }

  private boolean sent(Sender sender, OperatorAlert alert) {
    try {
      sender.send(address.orElseThrow(), alert);
      queue.sent(alert);
      return true;
    } catch (AlertFailedException e) {
      boolean givenUp = queue.failed(alert, clock.instant());
      LOG.log(
          Level.WARNING,
          "an alert ({0} of {1}) was not taken: {2}; {3}",
          alert.kind(),
          alert.feature(),
          e.getMessage(),
          givenUp ? "it is given up" : "it is tried again");
      return false;
    }
  }
}
