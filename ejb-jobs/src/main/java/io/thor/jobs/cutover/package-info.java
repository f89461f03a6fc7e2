/**
 * The jobs of the cutover: reading the stages that other nodes may have changed, storing who still
 * calls the old path, and sending alerts.
 */
package io.thor.jobs.cutover;
