package io.thor.config;

/** A configuration key holds a value that it cannot have. */
public class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String key, String value, String remedy) {
    this(key, value, remedy, null);
  }

  public InvalidSettingException(String key, String value, String remedy, Throwable cause) {
    super(
        "%s (or %s) is '%s'; set it to %s".formatted(key, Settings.variable(key), value, remedy),
        cause);
  }
}
