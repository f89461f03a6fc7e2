package io.thor.channel;

import io.thor.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Puts every fired message on the channel layer, encoded once for all its readers. */
@ApplicationScoped
public class ChannelBridge {

  @Inject ChannelLayer channel;

  void onMessage(@Observes Message message) {
    channel.publish(Frame.of(message));
  }
}
