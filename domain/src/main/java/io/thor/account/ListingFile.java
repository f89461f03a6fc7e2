package io.thor.account;

import io.thor.intraday.TradeEligibility;
import io.thor.replay.CsvFields;
import io.thor.replay.RejectedRowException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of instruments: CSV with the header {@value #HEADER}. A line without multiplier has
 * 1, and a future that of its contract; one without eligibility counts all trades. Blank lines and
 * those that begin with {@code #} do not count.
 *
 * <p>Threads: not thread safe. Errors: IllegalArgumentException that names the line and the remedy.
 */
final class ListingFile {

  static final String HEADER = "symbol,market_id,asset_type,multiplier,description,eligibility";
  private static final int COLUMNS = 6;
  private static final String FUTURE = "FUTURE";
  private static final Set<String> ASSET_TYPES =
      Set.of("STOCK", "ETF", "INDEX", FUTURE, "FOREX", "CRYPTO");
  private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9^][A-Za-z0-9._/:=^-]{0,31}");
  private static final Pattern MULTIPLIER = Pattern.compile("\\d{1,10}(\\.\\d{1,10})?");

  /** The root of a future, before the letter of its month and one or two digits of its year. */
  private static final Pattern FUTURE_SYMBOL =
      Pattern.compile("([A-Z0-9]+?)([FGHJKMNQUVXZ]\\d{1,2})?");

  private static final int LONGEST_DESCRIPTION = 120;

  private final Set<String> markets;
  private final Set<String> seen = new HashSet<>();
  private int number;

  private ListingFile(Set<String> markets) {
    this.markets = markets;
  }

  /**
   * Reads all lines.
   *
   * @param markets those that an instrument may belong to
   */
  static List<Listing> parse(List<String> lines, Set<String> markets) {
    ListingFile file = new ListingFile(markets);
    List<Listing> listings = new ArrayList<>();
    boolean header = false;
    for (String line : lines) {
      file.number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (header) {
        listings.add(file.listing(line));
      } else if (!line.strip().equals(HEADER)) {
        throw file.wrong("is no header", "begin the file with " + HEADER);
      }
      header = true;
    }
    return List.copyOf(listings);
  }

  private Listing listing(String line) {
    List<String> fields = fields(line);
    String symbol = fields.get(0);
    if (!SYMBOL.matcher(symbol).matches() || !seen.add(symbol)) {
      throw wrong("symbol '" + symbol + "' is none, or here twice", "name each symbol once");
    }
    String type = oneOf("asset_type", fields.get(2), ASSET_TYPES);
    if (fields.get(4).isEmpty() || fields.get(4).length() > LONGEST_DESCRIPTION) {
      throw wrong("description has not 1 to 120 characters", "say in short what " + symbol + " is");
    }
    return new Listing(
        symbol,
        oneOf("market_id", fields.get(1), markets),
        type,
        multiplier(symbol, type, fields.get(3)),
        fields.get(4),
        eligibility(fields.get(5)));
  }

  private List<String> fields(String line) {
    try {
      List<String> fields = CsvFields.of(line);
      if (fields.size() == COLUMNS) {
        return fields;
      }
      throw wrong("has " + fields.size() + " fields", "give " + COLUMNS + ": " + HEADER);
    } catch (RejectedRowException e) {
      throw wrong(e.getMessage(), "correct the quotes");
    }
  }

  /** What is known of a contract is not to be contradicted. */
  private BigDecimal multiplier(String symbol, String type, String text) {
    Optional<BigDecimal> known = type.equals(FUTURE) ? contractOf(symbol) : Optional.empty();
    if (text.isEmpty() && (known.isPresent() || !type.equals(FUTURE))) {
      return known.orElse(BigDecimal.ONE);
    }
    BigDecimal given = MULTIPLIER.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    if (given.signum() <= 0) {
      throw wrong("multiplier '" + text + "' is none", "give a number above zero");
    }
    if (known.filter(contract -> contract.compareTo(given) != 0).isPresent()) {
      throw wrong(
          "multiplier '" + text + "' is not that of " + symbol,
          "give " + known.get().toPlainString() + ", or none");
    }
    return given;
  }

  private static Optional<BigDecimal> contractOf(String symbol) {
    Matcher future = FUTURE_SYMBOL.matcher(symbol);
    return future.matches()
        ? FuturesContract.of(future.group(1)).map(contract -> contract.terms().multiplier())
        : Optional.empty();
  }

  private TradeEligibility eligibility(String text) {
    Set<String> names = new HashSet<>();
    for (TradeEligibility policy : TradeEligibility.values()) {
      names.add(policy.name());
    }
    return TradeEligibility.valueOf(
        text.isEmpty() ? TradeEligibility.ALL.name() : oneOf("eligibility", text, names));
  }

  private String oneOf(String name, String text, Set<String> allowed) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (!allowed.contains(upper)) {
      throw wrong(
          name + " '" + text + "' is not known",
          "use one of " + String.join(", ", allowed.stream().sorted().toList()));
    }
    return upper;
  }

  private IllegalArgumentException wrong(String what, String remedy) {
    return new IllegalArgumentException("line " + number + ": " + what + "; " + remedy);
  }
}
