/** The job that reads the stages that other nodes may have changed. */
package io.thor.jobs.cutover;
