/** Account balances and positions as they are stored, each under its topic's position. */
package io.thor.rest.account;
