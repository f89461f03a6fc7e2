package io.thor.rest;

import io.thor.channel.StateReader;
import io.thor.message.StreamPosition;
import io.thor.message.Topic;
import io.thor.storage.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Answers a stored state with its position in the headers, or that the caller has it already.
 *
 * <p>Threads: any.
 */
@ApplicationScoped
public class StateAnswers {

  static final String TOPIC = "Thor-Topic";
  static final String AS_OF = "Thor-As-Of";

  @Inject Database database;
  @Inject StateReader reader;

  /** A state with the position at which it was read. */
  private record Read(StreamPosition position, Record state) {}

  /**
   * Reads and answers one topic.
   *
   * @param read queries the state; it may be called again, with an empty persistence context, when
   *     a commit came in between
   */
  public Response answer(
      Request request, Topic topic, BiFunction<EntityManager, StreamPosition, Record> read) {
    Optional<Read> state = database.inNewTransaction(() -> readAt(topic, read));
    return state
        .map(found -> answer(request, topic, found))
        .orElseThrow(() -> Problem.notYet(topic.toString()));
  }

  private Optional<Read> readAt(
      Topic topic, BiFunction<EntityManager, StreamPosition, Record> read) {
    EntityManager em = database.entityManager();
    return reader.read(
        topic,
        position -> {
          em.clear();
          return new Read(position, read.apply(em, position));
        });
  }

  private static Response answer(Request request, Topic topic, Read found) {
    StreamPosition position = found.position();
    EntityTag tag = new EntityTag(position.epoch() + "-" + position.seq());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response =
        unchanged != null ? unchanged : Response.ok(found.state(), MediaType.APPLICATION_JSON_TYPE);
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(TOPIC, topic)
        .header("Thor-Epoch", position.epoch())
        .header("Thor-Seq", position.seq())
        .header(AS_OF, position.asOf())
        .build();
  }
}
