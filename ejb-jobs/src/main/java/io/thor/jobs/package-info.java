/**
 * When things happen: the heartbeat timer, the registry of jobs and the way each is run. What a job
 * does belongs to its feature's domain service; who listens to the outcome is nobody's business
 * here.
 */
package io.thor.jobs;
