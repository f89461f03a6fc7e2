/**
 * Stores the states of all features and their audit, obeys what operators and the environment
 * order, and answers what is in force. The rules themselves are in the contract's part of this
 * package; nothing here decides about a stage.
 */
package io.thor.cutover;
