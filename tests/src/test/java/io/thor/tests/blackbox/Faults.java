package io.thor.tests.blackbox;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults that parity has to find. */
final class Faults {
  private static final Pattern TOPIC = Pattern.compile("\"topic\":\"([^\"]+)\"");
  private static final Pattern NUMBER = Pattern.compile("\"seq\":\\d+");
  private static final Pattern DATA = Pattern.compile("\"data\":\\{.*}");
  private static final Pattern PRICES =
      Pattern.compile("\"entry_price\":([^,]+),\"current_price\":([^,]+)");
  private static final Pattern AMOUNTS = Pattern.compile("(\"(?:cash|portfolio_value)\":)([^,]+)");
  private static final Pattern VALUE = Pattern.compile("\"portfolio_value\":([^,]+)");

  private Faults() {}

  /** Several faults at the same time. */
  static Fault all(Collection<? extends Fault> faults) {
    return new Fault() {
      @Override
      public List<String> pushed(String frame) {
        List<String> passed = List.of(frame);
        for (Fault fault : faults) {
          passed = passed.stream().flatMap(each -> fault.pushed(each).stream()).toList();
        }
        return passed;
      }

      @Override
      public RestAnswer answered(String path, RestAnswer answer) {
        RestAnswer passed = answer;
        for (Fault fault : faults) {
          passed = fault.answered(path, passed);
        }
        return passed;
      }
    };
  }

  /** REST swaps two fields. */
  static Fault swappedField() {
    return rest("/api/positions", body -> PRICES.matcher(body).replaceAll(Faults::swapped));
  }

  /**
   * REST has a cent too much in what an account has and in what it is worth. Of one of them alone,
   * the same figure may have been true of another state, and the answer would look torn.
   */
  static Fault roundingError() {
    return rest("/api/account/balance", body -> AMOUNTS.matcher(body).replaceAll(Faults::more));
  }

  /** The stream brings each balance one update late. */
  static Fault staleBalance() {
    Map<String, String> before = new ConcurrentHashMap<>();
    return stream(
        "account_balance:",
        frame -> {
          Matcher data = DATA.matcher(frame);
          if (!data.find()) {
            return frame;
          }
          String old = before.put(topic(frame).orElseThrow(), data.group());
          return old == null ? frame : data.replaceFirst(Matcher.quoteReplacement(old));
        });
  }

  /** The stream has nothing more of the topics that begin so. */
  static Fault silence(String topic) {
    return new Fault() {
      @Override
      public List<String> pushed(String frame) {
        return isOn(topic, frame) ? List.of() : List.of(frame);
      }
    };
  }

  /** The stream brings its last bar once more, behind a heartbeat. */
  static Fault doubledBar(Supplier<Optional<String>> lastBar) {
    return new Fault() {
      private boolean done;

      @Override
      public synchronized List<String> pushed(String frame) {
        Optional<String> bar = lastBar.get();
        if (done || bar.isEmpty() || !frame.contains("\"type\":\"heartbeat\"")) {
          return List.of(frame);
        }
        done = true;
        return List.of(frame, bar.get());
      }
    };
  }

  /** REST has one field of the state before. */
  static Fault tornSnapshot() {
    Map<String, String> present = new ConcurrentHashMap<>();
    Map<String, String> before = new ConcurrentHashMap<>();
    return new Fault() {
      @Override
      public synchronized RestAnswer answered(String path, RestAnswer answer) {
        Matcher value = VALUE.matcher(answer.body());
        if (!path.startsWith("/api/account/balance") || !value.find()) {
          return answer;
        }
        String last = present.put(path, value.group());
        if (last != null && !last.equals(value.group())) {
          before.put(path, last);
        }
        String old = before.get(path);
        return old == null ? answer : answer.withBody(value.replaceFirst(old));
      }
    };
  }

  /** The stream brings a state of long ago behind each other; nothing is late meanwhile. */
  static Fault reordered() {
    return new Fault() {
      @Override
      public List<String> pushed(String frame) {
        return isOn("vwap:", frame)
            ? List.of(frame, NUMBER.matcher(frame).replaceFirst("\"seq\":1"))
            : List.of(frame);
      }
    };
  }

  /** REST fails. */
  static Fault restFails(String route) {
    return new Fault() {
      @Override
      public RestAnswer answered(String path, RestAnswer answer) {
        return path.startsWith(route) ? new RestAnswer(500, Map.of(), "{}") : answer;
      }
    };
  }

  /** REST repeats its first answer for ever. */
  static Fault restStale(String route) {
    Map<String, Fault.RestAnswer> first = new ConcurrentHashMap<>();
    return new Fault() {
      @Override
      public RestAnswer answered(String path, RestAnswer answer) {
        return path.startsWith(route) ? first.computeIfAbsent(path, key -> answer) : answer;
      }
    };
  }

  /** Whether a frame is on a topic that begins so. */
  static boolean isOn(String topic, String frame) {
    return topic(frame).filter(name -> name.startsWith(topic)).isPresent();
  }

  private static Optional<String> topic(String frame) {
    Matcher topic = TOPIC.matcher(frame);
    return topic.find() && frame.contains("\"seq\":")
        ? Optional.of(topic.group(1))
        : Optional.empty();
  }

  private static Fault stream(String topic, UnaryOperator<String> change) {
    return new Fault() {
      @Override
      public List<String> pushed(String frame) {
        return List.of(isOn(topic, frame) ? change.apply(frame) : frame);
      }
    };
  }

  private static Fault rest(String route, UnaryOperator<String> change) {
    return new Fault() {
      @Override
      public RestAnswer answered(String path, RestAnswer answer) {
        return path.startsWith(route) ? answer.withBody(change.apply(answer.body())) : answer;
      }
    };
  }

  private static String more(MatchResult amount) {
    return amount.group(1) + new BigDecimal(amount.group(2)).add(new BigDecimal("0.01"));
  }

  private static String swapped(MatchResult prices) {
    return "\"entry_price\":" + prices.group(2) + ",\"current_price\":" + prices.group(1);
  }
}
