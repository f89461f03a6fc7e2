/**
 * Bars and VWAPs as they are stored and committed. The engine that makes them from trades is in the
 * contract's part of this package; where trades come from is a feed's business.
 */
package io.thor.intraday;
