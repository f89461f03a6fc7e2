/**
 * The ways into the database: the entity manager and new transactions, both found under names that
 * hold on every server and in both packagings. No entity and no query lives here.
 */
package io.thor.storage;
