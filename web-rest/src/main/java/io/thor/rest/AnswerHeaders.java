package io.thor.rest;

import io.thor.cutover.Cutover;
import io.thor.feed.Feeds;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Adds to every answer the cutover revision, and to every state whether its feed lives. */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {

  @Inject Cutover cutover;
  @Inject Feeds feeds;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Thor-Cutover-Revision", cutover.current().revision());
    if (headers.containsKey(StateAnswers.TOPIC)) {
      headers.putSingle("Thor-Feed", feeds.worst());
    }
  }
}
