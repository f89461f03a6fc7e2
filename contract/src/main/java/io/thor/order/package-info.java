/**
 * Paper orders: what can be asked for, what is refused, and which trade fills one. Pure rules; no
 * storage, no clock, no account.
 */
package io.thor.order;
