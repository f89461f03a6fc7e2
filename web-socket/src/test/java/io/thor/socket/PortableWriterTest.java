package io.thor.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.channel.Frame;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortableWriterTest {

  private final List<Object> sent = new ArrayList<>();
  private final List<Optional<Throwable>> results = new ArrayList<>();
  private final List<ClassLoader> loaders = new ArrayList<>();
  private final List<ClassLoader> resultLoaders = new ArrayList<>();
  private final List<SendHandler> open = new ArrayList<>();
  private ClassLoader ofTest;
  private int closings;
  private final PortableWriter writer = new PortableWriter(session());

  @BeforeEach
  void remember() {
    ofTest = Thread.currentThread().getContextClassLoader();
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(ofTest);
  }

  @Test
  void sendsOneTextAfterTheOther() {
    write("a", "b");
    assertEquals(List.of("a"), sent);
    open.remove(0).onResult(new SendResult());
    assertEquals(List.of("a", "b"), sent);
    open.remove(0).onResult(new SendResult());
    assertEquals(List.of(Optional.empty()), results);
  }

  @Test
  void sendsNothingOnceTheConnectionHasEnded() {
    write("a", "b");
    writer.ended();
    open.remove(0).onResult(new SendResult());
    assertEquals(List.of("a"), sent);
    assertTrue(results.get(0).isPresent());

    writer.ping();
    assertEquals(List.of("a"), sent);
  }

  @Test
  void containerIsCalledWithThePlatformsLoaderAndCallsBackIntoTheModules() {
    ClassLoader own = new ClassLoader() {};
    Thread.currentThread().setContextClassLoader(own);

    write("a");
    assertEquals(List.of(ClassLoader.getPlatformClassLoader()), loaders);
    assertSame(own, Thread.currentThread().getContextClassLoader());

    open.remove(0).onResult(new SendResult());
    assertEquals(List.of(PortableWriter.class.getClassLoader()), resultLoaders);
    assertSame(own, Thread.currentThread().getContextClassLoader());
  }

  @Test
  void pingsWhileTheConnectionLives() {
    writer.ping();
    assertEquals(1, sent.size());
  }

  private void write(String... texts) {
    List<WireFrame> frames =
        Stream.of(texts).map(text -> WireFrame.of(Frame.answer("test", text))).toList();
    writer.write(new Batch(frames, false), () -> {}, this::ended);
  }

  private void ended(Optional<Throwable> result) {
    results.add(result);
    resultLoaders.add(Thread.currentThread().getContextClassLoader());
  }

  @Test
  void leavesAConnectionWhoseSendFailedToTheContainer() {
    writer.failed();
    assertEquals(0, closings);
    writer.abort();
    assertEquals(1, closings);
  }

  private Session session() {
    RemoteEndpoint.Async remote =
        proxy(
            RemoteEndpoint.Async.class,
            (proxy, method, arguments) -> {
              sent.add(arguments[0]);
              loaders.add(Thread.currentThread().getContextClassLoader());
              if (arguments.length > 1) {
                open.add((SendHandler) arguments[1]);
              }
              return null;
            });
    return proxy(
        Session.class,
        (proxy, method, arguments) -> {
          closings += method.getName().equals("close") ? 1 : 0;
          return remote;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
