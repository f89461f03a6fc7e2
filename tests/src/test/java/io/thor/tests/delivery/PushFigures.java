package io.thor.tests.delivery;

import io.thor.tests.blackbox.ThorClient;
import io.thor.tests.server.ThorServer;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server tells of its sessions, in whole numbers. */
record PushFigures(ThorServer server) {
  private static final Pattern SESSIONS = Pattern.compile("(?m)^thor_push_sessions (\\S+)");
  private static final Pattern SLOW =
      Pattern.compile("(?m)^thor_push_closed_total\\{code=\"410[12]\"} (\\S+)");

  long sessions() {
    return sum(SESSIONS);
  }

  /** How many it has closed with 4101 or 4102, because they did not read. */
  long closedAsSlow() {
    return sum(SLOW);
  }

  private long sum(Pattern line) {
    Matcher matcher = line.matcher(ThorClient.nobody(server).get("api/metrics").body());
    long sum = 0;
    while (matcher.find()) {
      sum += new BigDecimal(matcher.group(1)).longValueExact();
    }
    return sum;
  }
}
