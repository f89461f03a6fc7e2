package io.thor.config;

import static io.thor.config.Key.NONE;
import static io.thor.config.Key.choice;
import static io.thor.config.Key.flag;
import static io.thor.config.Key.number;
import static io.thor.config.Key.text;
import static io.thor.config.Key.whole;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All keys that Thor reads, in the order of {@code docs/configuration.md}. A key that is not here
 * cannot be read.
 */
public final class Keys {

  private static final int DAY_MS = 86_400_000;
  private static final int MILLION = 1_000_000;
  private static final int THIRTY_DAYS = 30 * 86_400;

  private static final List<Key> GENERAL =
      List.of(
          choice("thor.profile", "production", "demo", "production"),
          whole("thor.heartbeat.tick-ms", 1000, 100, 60_000, "ms"),
          whole("thor.heartbeat.broadcast-every-ticks", 30, 1, 3600, "ticks"),
          flag("thor.jobs.<name>.enabled", true),
          whole("thor.jobs.<name>.interval-ms", 0, 100, DAY_MS, "ms").varies("see Jobs"),
          whole("thor.poll.<feature>-seconds", 0, 1, 3600, "s")
              .varies("account_balance, positions 10; intraday 5; global_market 30"),
          text("thor.alert.webhook-url", NONE, "an address").secretly());

  private static final List<Key> MARKET =
      List.of(
          text("thor.feed", "replay", "replay, tcp, synthetic, with commas"),
          whole("thor.feed.stale-ms", 4000, 100, 3_600_000, "ms"),
          whole("thor.feed.silent-ms", 15_000, 100, 3_600_000, "ms")
              .varies("15000, or stale-ms where that is more")
              .within("ms, stale-ms to 3600000"),
          whole("thor.feed.replay.hours-ahead", 0, 0, 143, "h"),
          text("thor.feed.replay.file", NONE, "path"),
          number("thor.feed.replay.speed", "1", "0.001", "100000", ""),
          choice("thor.feed.replay.times", "shifted", "shifted", "recorded"),
          text("thor.feed.tcp.address", NONE, "HOST:PORT"),
          text("thor.feed.tcp.user", "thor", "text"),
          text("thor.feed.tcp.secret", NONE, "text").secretly(),
          text("thor.feed.tcp.symbols", NONE, "symbols, with commas").varies("all instruments"),
          whole("thor.feed.tcp.heartbeat-ms", 1000, 1000, 60_000, "ms"),
          whole("thor.feed.synthetic.rate-per-second", 10, 0, 100_000, ""),
          whole("thor.feed.synthetic.payload-bytes", 250, 200, 60_000, "bytes"),
          whole("thor.feed.synthetic.symbols", 1, 1, 1000, "topics"),
          text("thor.instruments.file", NONE, "path"),
          whole("thor.intraday.retention-days", 30, 1, 36_500, "d"),
          choice("thor.accounts.buying-power-policy", "reg_t", "reg_t", "cash"));

  private static final List<Key> SECURITY =
      List.of(
          whole("thor.security.session-seconds", 900, 5, THIRTY_DAYS, "s"),
          whole("thor.security.session-max-seconds", 43_200, 5, 3 * THIRTY_DAYS, "s")
              .varies("43200, or session-seconds where that is more")
              .within("s, session-seconds to 7776000"),
          whole("thor.security.password-rounds", 210_000, 1000, 10_000_000, "")
              .within("210000 (demo: 1000) to 10000000"),
          whole("thor.security.sign-in-free-failures", 5, 1, 1000, ""),
          text("thor.security.allowed-origins", NONE, "origins, with commas"),
          text("thor.security.trusted-proxies", NONE, "addresses, with commas"),
          whole("thor.security.request-kib", 64, 1, 16_384, "KiB"),
          whole("thor.security.request-seconds", 10, 1, 600, "s"),
          whole("thor.security.event-days", 400, 1, 36_500, "d"),
          whole("thor.security.refresh-grace-seconds", 30, 0, 3600, "s"),
          text("thor.admin-password", NONE, "8 characters or more").secretly(),
          text("thor.operator-password", NONE, "8 characters or more").secretly(),
          text("thor.trader-password", NONE, "8 characters or more").secretly(),
          text("thor.trader2-password", NONE, "8 characters or more").secretly());

  private static final List<Key> OIDC =
      List.of(
          text("thor.oidc.issuer", NONE, "https address, or http on this machine"),
          text("thor.oidc.client-id", NONE, "must be set where there is an issuer"),
          text("thor.oidc.client-secret", NONE, "text").secretly(),
          text("thor.oidc.redirect-uri", NONE, "https address, or http on this machine")
              .varies("/api/session/oidc/callback of the address that the browser used"),
          text("thor.oidc.scope", "openid", "words, with spaces"),
          text("thor.oidc.audience", NONE, "text"),
          text("thor.oidc.roles-claim", "roles", "text"),
          text(
              "thor.oidc.roles",
              "trader=trader,viewer=viewer,operator=operator",
              "THEIRS=OURS, with commas"),
          text("thor.oidc.accounts-claim", "accounts", "text"),
          text("thor.oidc.algorithms", "RS256,ES256", "of RS, PS and ES, with commas"),
          whole("thor.oidc.clock-skew-seconds", 30, 0, 300, "s"),
          whole("thor.oidc.keys-seconds", 300, 1, 86_400, "s"),
          whole("thor.oidc.keys-apart-seconds", 30, 1, 3600, "s"));

  private static final List<Key> CUTOVER =
      List.of(
          flag("ws.feature.<feature>", false),
          text("ws.feature.<feature>.max.stage", NONE, "off, shadow, canary, live, complete"),
          flag("ws.kill.all", false),
          flag("thor.cutover.env-may-promote", false).varies("true in profile demo, else false"),
          flag("thor.cutover.second-person", false),
          text("thor.cutover.freeze", NONE, "MIC=minutes, with commas"),
          whole("thor.cutover.cool-off-ms", 900_000, 0, DAY_MS, "ms"),
          text("thor.cutover.salt", "thor", "text"),
          whole("thor.cutover.sunset-days", 90, 1, 3650, "d"),
          number("thor.cutover.gate.confidence-percent", "95", "0.000001", "99.999999", "%"),
          number("thor.cutover.gate.mismatch-percent", "0.1", "0.000001", "100", "%"),
          number("thor.cutover.gate.undecided-percent", "5", "0.000001", "100", "%"),
          whole("thor.cutover.gate.drill-hours", 24, 1, 8760, "h"),
          whole("thor.cutover.gate.canary-seconds", 900, 0, THIRTY_DAYS, "s"),
          whole("thor.cutover.gate.canary-comparisons", 500, 1, MILLION, ""),
          number("thor.cutover.gate.canary-points", "0.1", "0.000001", "100", "percentage points"),
          number("thor.cutover.gate.stale-percent", "0.1", "0.000001", "100", "%"),
          whole("thor.cutover.gate.sessions-before-live", 2, 0, 1000, "sessions"),
          whole("thor.cutover.gate.sessions-before-complete", 5, 0, 1000, "sessions"),
          text("thor.cutover.gate.session-market", NONE, "a market")
              .varies("XNYS, in profile demo BITSTAMP"),
          whole("thor.cutover.gate.session-seconds", 0, 0, THIRTY_DAYS, "s"));

  private static final List<Key> PARITY =
      List.of(
          text("thor.parity.probe-url", "http://127.0.0.1:8080/", "URL"),
          whole("thor.parity.probe-poll-ms", 2000, 200, 60_000, "ms"),
          whole("thor.parity.probe-accounts", 20, 1, 200, "accounts"),
          whole("thor.parity.self-test-one-in", 1000, 1, MILLION, ""),
          text("thor.parity.ignore", NONE, "rules, with semicolons"),
          whole("thor.parity.evidence-retention-days", 30, 1, 3650, "d"));

  private static final List<Key> PUSH =
      List.of(
          choice("thor.push.writer", "channel", "channel", "frame", "portable"),
          whole("thor.push.workers", 0, 1, 64, "threads").varies("half the processors, at most 8"),
          whole("thor.push.log-frames", 16_384, 64, 1 << 20, "frames"),
          whole("thor.push.log-mib", 32, 1, 4096, "MiB"),
          whole("thor.push.mailbox-frames", 4096, 16, 1 << 20, "frames"),
          whole("thor.push.mailbox-kib", 4096, 64, 1 << 20, "KiB"),
          whole("thor.push.mailboxes-mib", 128, 1, 65_536, "MiB"),
          whole("thor.push.max-rate.<prefix>", 0, 0, 1000, "a second")
              .varies("account_balance, positions 4; vwap, forming_bar 2; others 0"),
          whole("thor.push.max-sessions", 20_000, 1, MILLION, "sessions"),
          whole("thor.push.max-sessions-per-user", 20, 1, MILLION, "sessions"),
          whole("thor.push.max-sessions-per-address", 1000, 1, MILLION, "sessions"),
          whole("thor.push.max-handshakes-per-address", 1000, 1, MILLION, "handshakes"),
          whole("thor.push.history-count", 1440, 1, 100_000, "entries"),
          whole("thor.push.history-seconds", 86_400, 1, THIRTY_DAYS, "s"),
          whole("thor.push.send-limit-ms", 5000, 100, 600_000, "ms"),
          whole("thor.push.ping-ms", 10_000, 100, 600_000, "ms"),
          whole("thor.push.pong-limit-ms", 15_000, 100, 600_000, "ms"),
          whole("thor.push.drain-spread-ms", 10_000, 1, 600_000, "ms"));

  /** All of them. */
  public static final List<Key> ALL =
      Stream.of(GENERAL, MARKET, SECURITY, OIDC, CUTOVER, PARITY, PUSH)
          .flatMap(List::stream)
          .toList();

  private Keys() {}

  /** What is declared of a key; one key alone comes before a family. */
  static Optional<Key> find(List<Key> declared, String key) {
    return declared.stream()
        .filter(candidate -> candidate.name().equals(key))
        .findFirst()
        .or(() -> declared.stream().filter(candidate -> candidate.matches(key)).findFirst());
  }
}
