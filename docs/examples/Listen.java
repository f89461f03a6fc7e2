import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Prints what Thor sends: {@code java Listen.java ws://localhost:8080/ws/ TOKEN}. Ends with the connection. */
public class Listen {

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Authorization", "Bearer " + arguments[1])
        .buildAsync(URI.create(arguments[0]), new Printer(closed))
        .join()
        .sendText("{\"type\":\"ping\",\"timestamp\":1}", true);
    closed.await();
  }

  private record Printer(CountDownLatch closed) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      if (last) {
        System.out.println(text);
      } else {
        System.out.print(text);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      System.out.println("closed with " + code + " " + reason);
      closed.countDown();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      error.printStackTrace();
      closed.countDown();
    }
  }
}
