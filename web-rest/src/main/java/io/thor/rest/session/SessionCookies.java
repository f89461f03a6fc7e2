package io.thor.rest.session;

import io.thor.identity.RequestToken;
import io.thor.rest.Callers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookies of this request's answer: no script reads them, and no foreign page makes use. */
@RequestScoped
public class SessionCookies {

  @Inject Callers callers;

  /** The session cookie. */
  NewCookie session(String value, Duration lifetime) {
    return cookie(RequestToken.COOKIE, "/", value, lifetime);
  }

  /** A cookie that the browser sends to one path and what is below it. */
  NewCookie cookie(String name, String path, String value, Duration lifetime) {
    return new NewCookie.Builder(name)
        .value(value)
        .path(path)
        .maxAge(Math.toIntExact(lifetime.toSeconds()))
        .httpOnly(true)
        .secure(callers.isSecure())
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
