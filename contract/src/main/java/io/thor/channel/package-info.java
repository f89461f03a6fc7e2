/**
 * The way from a committed state to every node's sessions: frames, encoded once, in order per
 * topic. Implementations decide how far they reach; nothing here knows a session or a feature.
 */
package io.thor.channel;
