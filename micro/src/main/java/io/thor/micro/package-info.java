/**
 * Starts the one archive on Payara Micro in this process: arguments in, server configuration out,
 * address and first passwords on the terminal. Nothing of the application enters.
 */
package io.thor.micro;
