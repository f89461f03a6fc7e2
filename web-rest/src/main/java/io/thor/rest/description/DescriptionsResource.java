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

  /** REST, as OpenAPI 3.1. */
  @GET
  @Path("openapi.json")
  @Access(open = true)
  public String openApi() {
    return read("openapi.json");
  }

  /** The WebSocket, as AsyncAPI 3.0. */
  @GET
  @Path("asyncapi.json")
  @Access(open = true)
  public String asyncApi() {
    return read("asyncapi.json");
  }

  private static String read(String name) {
    try (InputStream file = DescriptionsResource.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
