package io.thor.channel;

import io.thor.message.Message;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Puts every fired message on the channel layer, encoded once for all its readers. It observes
 * before all others, for one that throws keeps the event from those behind it.
 */
@ApplicationScoped
public class ChannelBridge {

  private static final int FIRST = 0;

  @Inject ChannelLayer channel;

  void onMessage(@Observes @Priority(FIRST) Message message) {
    channel.publish(Frame.of(message));
  }
}
