package io.thor.alert;

import io.thor.config.InvalidSettingException;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads the address to which alerts are posted. */
final class AlertAddress {

  private static final String HIDDEN = "(not shown, for it may hold a secret)";
  private static final String REMEDY = "an address such as https://hooks.example.com/thor";

  private AlertAddress() {}

  /** Errors: {@link InvalidSettingException}, without the value. */
  static URI parse(String text) {
    try {
      URI address = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(address.getScheme())
              || "http".equalsIgnoreCase(address.getScheme());
      if (web && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Its message repeats the text.
      throw new InvalidSettingException(Alerts.URL_KEY, HIDDEN, REMEDY);
    }
    throw new InvalidSettingException(Alerts.URL_KEY, HIDDEN, REMEDY);
  }
}
