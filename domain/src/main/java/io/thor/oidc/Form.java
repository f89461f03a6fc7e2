package io.thor.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names and values as forms and queries carry them. */
record Form(String encoded) {

  static Form of(Map<String, String> values) {
    return new Form(
        new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&")));
  }

  URI appendedTo(URI address) {
    return URI.create(address + (address.getQuery() == null ? "?" : "&") + encoded);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
