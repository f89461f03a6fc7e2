package io.thor.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.thor.config.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

  private static final String CLIENT = "198.51.100.7";

  @AfterEach
  void forget() {
    System.clearProperty(TrustedProxies.KEY);
    System.clearProperty(AllowedOrigins.KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,             198.51.100.7",
    "'10.0.0.1,10.0.0.2',  203.0.113.9",
    "10.0.0.9,             10.0.0.2",
    "'',                   10.0.0.2"
  })
  void believesWhatTrustedProxiesAdded(String trusted, String address) {
    System.setProperty(TrustedProxies.KEY, trusted);
    String forwarded = "203.0.113.9, " + (trusted.contains(",") ? "10.0.0.1" : CLIENT);
    String remote = trusted.equals("10.0.0.1") ? "10.0.0.1" : "10.0.0.2";

    assertEquals(
        address, proxies().clientAddress(request(remote, Map.of("X-Forwarded-For", forwarded))));
  }

  @Test
  void believesNobodyElseAboutTls() {
    Map<String, String> headers =
        Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "desk.example", "Host", "inside");

    assertFalse(proxies().isSecure(request("10.0.0.1", headers)));
    assertEquals("http://inside", proxies().origin(request("10.0.0.1", headers)));

    System.setProperty(TrustedProxies.KEY, "10.0.0.1");
    assertTrue(proxies().isSecure(request("10.0.0.1", headers)));
    assertEquals("https://desk.example", proxies().origin(request("10.0.0.1", headers)));
  }

  @Test
  void allowsItsOwnOriginAndThoseOfTheConfiguration() {
    System.setProperty(AllowedOrigins.KEY, "https://one.example, https://Two.example");
    AllowedOrigins origins = new AllowedOrigins(new Settings());
    HttpServletRequest request = request("10.0.0.1", Map.of("Host", "Thor.example:8080"));

    assertTrue(origins.allow(request, "http://thor.example:8080"));
    assertTrue(origins.allow(request, "https://two.example"));
    for (String foreign :
        new String[] {
          "https://thor.example:8080", "http://thor.example", "null", "", "https://one.example.evil"
        }) {
      assertFalse(origins.allow(request, foreign), foreign);
    }
  }

  private static TrustedProxies proxies() {
    return new TrustedProxies(new Settings());
  }

  private static HttpServletRequest request(String remote, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            TrustedProxiesTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" -> all.get(arguments[0]);
                  case "getRemoteAddr" -> remote;
                  case "isSecure" -> false;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
