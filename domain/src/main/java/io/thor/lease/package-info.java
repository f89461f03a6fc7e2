/** Which one of several nodes runs the jobs: the one that holds the lease row in the database. */
package io.thor.lease;
