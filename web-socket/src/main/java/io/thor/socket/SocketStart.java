package io.thor.socket;

import io.thor.channel.ChannelLayer;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Opens {@code /ws/} when the archive starts and closes its sessions when it stops. The paths
 * follow the context: {@code /} in an archive of its own under {@code /ws}, both spellings of the
 * whole path in one archive with everything else, for a server matches them to the letter.
 */
@WebListener
public class SocketStart implements ServletContextListener {

  @Inject ChannelLayer channel;
  @Inject Broadcaster broadcaster;
  @Inject StateRates rates;
  @Inject Drain drain;
  @Inject Watchdog watchdog;
  @Inject Backlog backlog;
  @Inject CredentialGuard credentials;
  @Inject SteeredRegistry steered;

  private ChannelLayer.Registration registration = () -> {};

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServerContainer container =
        (ServerContainer)
            event.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
    for (String path : paths(event.getServletContext().getContextPath())) {
      open(container, path);
    }
    rates.start();
    watchdog.start();
    backlog.start();
    credentials.start();
    steered.start();
    drain.prepare();
    registration = channel.subscribe(broadcaster);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    registration.close();
    steered.stop();
    credentials.stop();
    backlog.stop();
    watchdog.stop();
    drain.run();
  }

  static List<String> paths(String contextPath) {
    return contextPath.equals("/ws") ? List.of("/") : List.of("/ws", "/ws/");
  }

  private static void open(ServerContainer container, String path) {
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(SocketEndpoint.class, path)
            .configurator(new SocketConfigurator())
            .build();
    try {
      container.addEndpoint(config);
    } catch (DeploymentException e) {
      throw new IllegalStateException("the WebSocket endpoint " + path + " cannot be opened", e);
    }
  }
}
