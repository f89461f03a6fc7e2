/** The clock that everything reads, so that tests can turn it. */
package io.thor.time;
