/**
 * {@code thorctl} as a shell sees it: arguments and variables in; text and exit code out. The
 * server is a real HTTP server on a loopback port with prepared answers.
 */
package io.thor.cli;
