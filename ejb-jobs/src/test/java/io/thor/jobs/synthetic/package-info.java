/** Tests of the synthetic feed. */
package io.thor.jobs.synthetic;
