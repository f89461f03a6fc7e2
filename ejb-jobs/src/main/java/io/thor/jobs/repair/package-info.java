/** The job that publishes what a crash left unpublished. */
package io.thor.jobs.repair;
