package io.thor.rest.config;

import io.thor.config.EffectiveSetting;
import io.thor.config.EffectiveSettings;
import io.thor.identity.Role;
import io.thor.rest.Access;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What every key is on the node that answers, and where its value comes from; no secrets. */
@Path("/config")
@Produces(MediaType.APPLICATION_JSON)
public class ConfigResource {

  /** The answer. */
  public record Config(List<EffectiveSetting> settings) {}

  @Inject EffectiveSettings settings;

  /** All keys, in the order of the documentation. */
  @GET
  @Access(Role.OPERATOR)
  public Response read() {
    return Response.ok(new Config(settings.all()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
