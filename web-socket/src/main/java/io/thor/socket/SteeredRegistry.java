package io.thor.socket;

import io.thor.cutover.ClientKind;
import io.thor.cutover.DrillClient;
import io.thor.cutover.SteeredSession;
import io.thor.cutover.SteeredSessions;
import io.thor.cutover.SteeredSockets;
import io.thor.identity.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows the registry's sessions to the cutover, and lets drills in among them.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class SteeredRegistry implements SteeredSockets {

  /** Begins the names of drills' connections. */
  private static final String DRILL = "drill-";

  @Inject SessionRegistry sessions;
  @Inject SessionFactory factory;
  @Inject Admission admission;
  @Inject InboundMessages inbound;
  @Inject SteeredSessions steered;

  private final AtomicLong drills = new AtomicLong();

  /** Lets the cutover ask. */
  void start() {
    steered.from(this);
  }

  void stop() {
    steered.end();
  }

  @Override
  public List<SteeredSession> sessions() {
    return sessions.all().stream().map(SteeredRegistry::steered).toList();
  }

  /** The session is admitted, made, registered and greeted as any other is. */
  @Override
  public DrillClient openDrill(Viewer viewer) {
    Visitor visitor = new Visitor(viewer, "drill");
    Optional<Refusal> refusal = admission.enter(visitor);
    if (refusal.isPresent()) {
      throw new IllegalStateException("no session for the drill: " + refusal.get().detail());
    }
    DrillEnd end = new DrillEnd(DRILL + drills.incrementAndGet());
    SocketSession session = factory.make(end, visitor, end);
    sessions.add(session);
    end.begin(session, inbound, () -> sessions.remove(session.id()));
    return end;
  }

  private static SteeredSession steered(SocketSession session) {
    Viewer viewer = session.viewer();
    return new SteeredSession(
        session.id(),
        viewer.username(),
        viewer.accountIds().stream().min(Comparator.naturalOrder()),
        kind(session),
        session.acknowledged().revision());
  }

  private static ClientKind kind(SocketSession session) {
    if (session.id().startsWith(DRILL)) {
      return ClientKind.DRILL;
    }
    return session.isFull() ? ClientKind.FULL : ClientKind.PLAIN;
  }
}
