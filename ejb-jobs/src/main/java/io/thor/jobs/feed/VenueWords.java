package io.thor.jobs.feed;

import io.thor.jsonp.Jsonp;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What Thor says to a venue. */
record VenueWords(TcpSettings settings) {

  static final String HEARTBEAT = "{\"type\":\"heartbeat\"}";
  static final String TEST = "{\"type\":\"test\"}";
  static final String LOGOUT = "{\"type\":\"logout\"}";

  /**
   * Who asks for what.
   *
   * @param next the number that is wanted next
   * @param since what traded before is not wanted
   */
  String logon(Set<String> symbols, long next, Optional<Instant> since) {
    JsonArrayBuilder names = Jsonp.array();
    symbols.forEach(names::add);
    JsonObjectBuilder logon =
        Jsonp.object()
            .add("type", "logon")
            .add("version", 1)
            .add("user", settings.user())
            .add("heartbeat_ms", settings.heartbeat().toMillis())
            .add("symbols", names)
            .add("next", next);
    settings.secret().ifPresent(secret -> logon.add("secret", secret));
    since.ifPresent(moment -> logon.add("since", moment.toString()));
    return logon.build().toString();
  }

  static String resend(long from, long to) {
    return Jsonp.object().add("type", "resend").add("from", from).add("to", to).build().toString();
  }
}
