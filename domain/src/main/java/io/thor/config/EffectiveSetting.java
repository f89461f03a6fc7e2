package io.thor.config;

/**
 * What a key is on this node.
 *
 * @param key as it is written in a file
 * @param value in force; of a secret only whether it is set
 * @param source where it comes from, for people
 * @param variable of the environment that would set it
 */
public record EffectiveSetting(String key, String value, String source, String variable) {}
