/** Tests of the probe: what a topic decides, and what follows. */
package io.thor.jobs.parity;
