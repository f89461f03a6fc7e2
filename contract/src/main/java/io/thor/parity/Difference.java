package io.thor.parity;

import java.util.Optional;

/**
 * One place where the two paths differ.
 *
 * @param path a JSON pointer, in which rows are named by their key
 * @param stream what was pushed; empty where it is missing
 * @param rest what REST answered; empty where it is missing
 * @param critical whether it decides about a rollback
 */
public record Difference(
    String path, Optional<Value> stream, Optional<Value> rest, boolean critical) {}
