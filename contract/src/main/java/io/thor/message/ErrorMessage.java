package io.thor.message;

/**
 * Tells one session what was wrong with what it sent, or what is wrong with the server.
 *
 * @param code stable, for programs
 * @param message for people: the field, the value and the remedy
 * @param retry whether the same request may succeed later
 */
@WireType("error_message")
public record ErrorMessage(String code, String message, boolean retry) implements Message {

  public ErrorMessage {
    Checks.text("code", code);
    Checks.text("message", message);
  }

  @Override
  public Retention retention() {
    return Retention.LOG;
  }
}
