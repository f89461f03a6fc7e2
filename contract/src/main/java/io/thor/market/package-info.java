/**
 * When markets trade: calendars of exchange sessions from data files that cite the exchanges' own
 * notices, and the market status at any instant. Times are instants by each venue's time zone. No
 * wall clock, no prices and no rule of one venue enter; what a venue does is in its data file.
 */
package io.thor.market;
