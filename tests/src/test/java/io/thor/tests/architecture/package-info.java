/**
 * Holds the compiled modules against the rules of the architecture. A rule stands here with a
 * fixture that breaks it, so that a rule which has stopped to see anything fails as well.
 */
package io.thor.tests.architecture;
