/** Bars, VWAP and symbols as they are stored. */
package io.thor.rest.intraday;
