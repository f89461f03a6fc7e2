package io.thor.rest;

import io.thor.cutover.Completions;
import io.thor.cutover.PathAges;
import io.thor.cutover.RenderPath;
import io.thor.cutover.RestCallers;
import io.thor.message.MessageTypes;
import io.thor.message.Topic;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts who reads states by REST and for what, and tells callers of a feature that is {@code
 * COMPLETE} that this path ends: {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594).
 */
@Provider
public class OldPath implements ContainerResponseFilter {

  private static final String PURPOSE = "Thor-Purpose";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject RestCallers callers;
  @Inject Completions completions;
  @Inject PathAges ages;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (headers.getFirst(StateAnswers.TOPIC) instanceof Topic topic) {
      MessageTypes.featureOfTopics(topic.prefix())
          .ifPresent(feature -> note(feature, request.getHeaderString(PURPOSE), headers));
    }
  }

  private void note(String feature, String purpose, MultivaluedMap<String, Object> headers) {
    callers.count(feature, Optional.ofNullable(purpose));
    if (headers.getFirst(StateAnswers.AS_OF) instanceof Instant asOf) {
      ages.handedOver(feature, RenderPath.REST, asOf);
    }
    completions
        .of(feature)
        .ifPresent(
            end -> {
              headers.putSingle("Deprecation", "@" + end.since().getEpochSecond());
              headers.putSingle("Sunset", HTTP_DATE.format(end.sunset()));
            });
  }
}
