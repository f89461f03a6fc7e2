/**
 * Frames to browsers and what browsers say back: the endpoint, the registry of sessions, a bounded
 * mailbox for each, and the writers. It knows topics and audiences, and no feature.
 */
package io.thor.socket;
