package io.thor.json;

/** What writes itself; {@link RecordJson} lets it, wherever it stands. */
public interface JsonSource {

  /** Writes it as the next value. */
  void write(JsonText json);
}
