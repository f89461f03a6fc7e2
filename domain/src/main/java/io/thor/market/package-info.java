/**
 * The stored status of every market and its commits. Sessions and holidays are in the contract's
 * part of this package.
 */
package io.thor.market;
