/**
 * The books of accounts and what they were last said to be worth. Arithmetic is in the contract's
 * part of this package; here it is stored, committed under a position, and read back.
 */
package io.thor.account;
