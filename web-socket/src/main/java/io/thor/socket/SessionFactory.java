package io.thor.socket;

import io.thor.config.Settings;
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

  /** Key: the memory for what waits for single sessions, of all of them together, in MiB. */
  static final String MEMORY_KEY = "thor.push.mailboxes-mib";

  @Inject SendPump pump;
  @Inject SessionWriters writers;
  @Inject Settings settings;

  private int mailboxFrames;
  private int mailboxBytes;
  private MailboxMemory memory;

  @PostConstruct
  void configure() {
    mailboxFrames = mailboxFrames(settings);
    mailboxBytes = settings.wholeNumber(MAILBOX_KIB_KEY, 4096, 64, 1 << 20) * 1024;
    memory = new MailboxMemory(settings.wholeNumber(MEMORY_KEY, 128, 1, 65_536) * 1024L * 1024L);
  }

  static int mailboxFrames(Settings settings) {
    return settings.wholeNumber(MAILBOX_FRAMES_KEY, 4096, 16, 1 << 20);
  }

  /** Bytes that wait for single sessions. */
  long waitingBytes() {
    return memory.bytes();
  }

  SocketSession make(Session session, Visitor visitor) {
    return make(Line.of(session), visitor, writers.of(session));
  }

  /** A session over any line, with the same bounds as every other. */
  SocketSession make(Line line, Visitor visitor, SessionWriter writer) {
    Outbox outbox = new Outbox(pump.log(), new PrivateMailbox(mailboxFrames, mailboxBytes, memory));
    return new SocketSession(line, visitor, writer, pump.workerFor(line.id()), outbox);
  }
}
