/**
 * {@code thorctl}, the operator's commands. Every command is one class, named in {@link
 * io.thor.cli.Thorctl}; it talks to a running server through its public REST interface alone. No
 * rule of the cutover is decided here, and no secret is ever printed.
 */
package io.thor.cli;
