/**
 * Commits states with their position and carries them, after the commit and in order, to this
 * node's listeners. It knows topics and frames; what a state says is its feature's business.
 */
package io.thor.channel;
