/**
 * Whether market data still comes in. A feed says itself that it is alive; the age of the last
 * trade proves nothing in a quiet market.
 */
package io.thor.feed;
