package io.thor.socket;

import io.thor.config.Settings;
import io.thor.identity.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;

/** Puts together what a new session needs. */
@ApplicationScoped
public class SessionFactory {

  /** Key: frames that may wait for one session alone. */
  static final String MAILBOX_FRAMES_KEY = "thor.push.mailbox-frames";

  /** Key: the same in KiB. */
  static final String MAILBOX_KIB_KEY = "thor.push.mailbox-kib";

  @Inject SendPump pump;
  @Inject SessionWriters writers;
  @Inject Settings settings;

  private int mailboxFrames;
  private int mailboxBytes;

  @PostConstruct
  void configure() {
    mailboxFrames = settings.wholeNumber(MAILBOX_FRAMES_KEY, 4096, 16, 1 << 20);
    mailboxBytes = settings.wholeNumber(MAILBOX_KIB_KEY, 4096, 64, 1 << 20) * 1024;
  }

  SocketSession make(Session session, Viewer viewer) {
    Outbox outbox = new Outbox(pump.log(), new PrivateMailbox(mailboxFrames, mailboxBytes));
    SendWorker worker = pump.workerFor(session.getId());
    return new SocketSession(session, viewer, writers.of(session), worker, outbox);
  }
}
