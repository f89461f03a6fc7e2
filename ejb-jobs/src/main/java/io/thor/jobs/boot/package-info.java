/**
 * What happens once, before anything is served: the schema, the look-ups that others use, the first
 * users and the demonstration accounts, and what the environment says about the cutover.
 */
package io.thor.jobs.boot;
