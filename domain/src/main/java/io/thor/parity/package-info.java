/**
 * What was found by comparing both paths: the store of evidence, the input of the gates that is
 * made of it, browsers' reports, and the orders that a confirmed fault gives. Who compares is not
 * decided here, and no stage is.
 */
package io.thor.parity;
