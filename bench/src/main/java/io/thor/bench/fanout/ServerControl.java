package io.thor.bench.fanout;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Turns the feed of a running server and looks into its heap, by its local management agent. */
final class ServerControl implements AutoCloseable {

  private static final String REQUEST_POOL = "http-thread-pool::";
  private static final ObjectName FEED = name("io.thor:type=SyntheticFeed");
  private static final String RATE = "RatePerSecond";

  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;
  private Optional<Object> rateBefore = Optional.empty();

  private ServerControl(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
    this.memory =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    this.threads =
        ManagementFactory.newPlatformMXBeanProxy(
            server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
  }

  /** Connects to a Java process of the same user on this machine. */
  static ServerControl of(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      String address = machine.startLocalManagementAgent();
      machine.detach();
      return new ServerControl(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } catch (AttachNotSupportedException | IOException e) {
      throw new IOException(
          "the server's process %d cannot be attached to: %s".formatted(pid, e.getMessage()), e);
    }
  }

  /** Whether the server publishes what is measured. */
  boolean hasFeed() throws IOException {
    return server.isRegistered(FEED);
  }

  /** Messages that the feed has published since the server's start. */
  long published() {
    try {
      return (Long) server.getAttribute(FEED, "Published");
    } catch (JMException | IOException e) {
      throw new IllegalStateException("the synthetic feed does not tell what it published", e);
    }
  }

  /** Sets the rate of the feed until {@link #close}. */
  void rate(int perSecond) {
    try {
      if (rateBefore.isEmpty()) {
        rateBefore = Optional.of(server.getAttribute(FEED, RATE));
      }
      server.setAttribute(FEED, new Attribute(RATE, perSecond));
    } catch (JMException | IOException e) {
      throw new IllegalStateException("the synthetic feed does not take " + perSecond, e);
    }
  }

  /** Collects all garbage, twice, for what the first collection only makes collectable. */
  void collectGarbage() {
    memory.gc();
    memory.gc();
  }

  long heapUsedKib() {
    return memory.getHeapMemoryUsage().getUsed() / 1024;
  }

  /** Live threads of the server but those of its pool for requests, which grows to its bound. */
  int threads() {
    return (int)
        Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(Objects::nonNull)
            .filter(thread -> !thread.getThreadName().startsWith(REQUEST_POOL))
            .count();
  }

  /** Threads that wait for a monitor, and how often each has waited for one. */
  Map<Long, Long> waitingForMonitors() {
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .filter(thread -> thread.getThreadState() == Thread.State.BLOCKED)
        .collect(Collectors.toMap(ThreadInfo::getThreadId, ThreadInfo::getBlockedCount));
  }

  /** Gives the feed its rate back. */
  @Override
  public void close() {
    try (connector) {
      if (rateBefore.isPresent()) {
        server.setAttribute(FEED, new Attribute(RATE, rateBefore.get()));
      }
    } catch (JMException | IOException e) {
      System.err.println("the server's management agent had gone: " + e.getMessage());
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException e) {
      throw new IllegalStateException(text + " is no name", e);
    }
  }
}
