package io.thor.replay;

import java.util.List;

/**
 * Makes trades of single messages, by the rules for the rows of a trade file.
 *
 * <p>Threads: not thread safe.
 */
public final class TradeFields {

  private final RowParser parser;

  public TradeFields(TradeFileRules rules) {
    parser = new RowParser(Columns.withoutHeader(rules.symbol().isEmpty()), rules);
  }

  /**
   * The trade of one message.
   *
   * @param number of the message
   * @param fields time, symbol, price, quantity, trade id and conditions; what is missing is blank
   */
  public TradeRow parse(long number, List<String> fields) throws RejectedRowException {
    return parser.parse(number, fields);
  }
}
