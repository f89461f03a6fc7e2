/**
 * Whether the pushed stream and REST say the same: canonical values, the comparator of a topic with
 * its recent states, verdicts and what follows from them. It only watches: it changes no stage,
 * fetches nothing, and knows no feature's messages beyond the names of their fields.
 */
package io.thor.parity;
