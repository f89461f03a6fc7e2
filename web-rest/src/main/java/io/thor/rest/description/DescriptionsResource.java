package io.thor.rest.description;

import io.thor.rest.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers the descriptions of both paths, for tools and for people who write clients. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class DescriptionsResource {

  private static final String OPEN_API = read("openapi.json");
  private static final String ASYNC_API = read("asyncapi.json");

  /** REST, as OpenAPI 3.1. */
  @GET
  @Path("openapi.json")
  @Access(open = true)
  public String openApi() {
    return OPEN_API;
  }

  /** The WebSocket, as AsyncAPI 3.0. */
  @GET
  @Path("asyncapi.json")
  @Access(open = true)
  public String asyncApi() {
    return ASYNC_API;
  }

  private static String read(String name) {
    try (InputStream file = DescriptionsResource.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
