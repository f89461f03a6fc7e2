package io.thor.cli;

import jakarta.json.JsonObject;

/**
 * An answer of the server.
 *
 * @param text as it came
 * @param json the same, read
 */
record JsonAnswer(String text, JsonObject json) {}
