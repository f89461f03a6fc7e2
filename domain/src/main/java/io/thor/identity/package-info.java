/**
 * Who is calling: users, their roles and accounts, and the tokens that stand for them. What a role
 * may do is said where it is done.
 */
package io.thor.identity;
