/** The job by which a node keeps the others' hands off the jobs. */
package io.thor.jobs.lease;
