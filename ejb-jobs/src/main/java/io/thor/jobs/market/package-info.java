/** The job that follows the markets' sessions. */
package io.thor.jobs.market;
