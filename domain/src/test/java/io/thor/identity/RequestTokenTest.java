package io.thor.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTokenTest {

  private static final Cookie SESSION = new Cookie(RequestToken.COOKIE, "cookie-token");

  private static Optional<String> token(Optional<String> authorization, Cookie... cookies) {
    Object request =
        Proxy.newProxyInstance(
            RequestTokenTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" ->
                      authorization
                          .filter(header -> arguments[0].equals("Authorization"))
                          .orElse(null);
                  case "getCookies" -> cookies.length == 0 ? null : cookies;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return RequestToken.of((HttpServletRequest) request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
  void isTheBearerInTheHeader(String header) {
    assertEquals(Optional.of("abc"), token(Optional.of(header)));
  }

  @Test
  void theHeaderWinsOverTheCookie() {
    assertEquals(Optional.of("abc"), token(Optional.of("Bearer abc"), SESSION));
  }

  @Test
  void isElseTheSessionCookie() {
    assertEquals(
        Optional.of("cookie-token"), token(Optional.empty(), new Cookie("other", "x"), SESSION));
    assertEquals(Optional.of("cookie-token"), token(Optional.of("Basic abc"), SESSION));
    Cookie quoted = new Cookie(RequestToken.COOKIE, "\"cookie-token\"");
    assertEquals(Optional.of("cookie-token"), token(Optional.empty(), quoted));
  }

  @Test
  void isAbsentWithoutEither() {
    assertEquals(Optional.empty(), token(Optional.empty()));
    assertEquals(Optional.empty(), token(Optional.of("Basic abc")));
    assertEquals(Optional.empty(), token(Optional.of("Bearerabc")));
    assertEquals(Optional.empty(), token(Optional.empty(), new Cookie(RequestToken.COOKIE, "")));
    assertEquals(Optional.empty(), token(Optional.empty(), new Cookie("THOR_SESSION", "x")));
  }
}
