package io.thor.synthetic;

import io.thor.channel.TopicSource;
import io.thor.config.Settings;
import io.thor.feed.MarketFeed;
import io.thor.identity.Viewer;
import io.thor.message.SyntheticUpdate;
import io.thor.message.Topic;
import io.thor.message.TopicMessage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the synthetic topics to everyone while that feed is chosen. Nothing of them is stored. */
@ApplicationScoped
public class SyntheticTopics implements TopicSource {

  @Inject Settings settings;

  private List<Topic> topics = List.of();

  @PostConstruct
  void configure() {
    if (MarketFeed.SYNTHETIC.isChosen(settings)) {
      topics = SyntheticSettings.of(settings).topics();
    }
  }

  @Override
  public Set<String> prefixes() {
    return Set.of(SyntheticUpdate.TOPIC_PREFIX);
  }

  @Override
  public List<Topic> topics(Viewer viewer) {
    return topics;
  }

  @Override
  public Optional<TopicMessage> latest(Topic topic) {
    return Optional.empty();
  }
}
