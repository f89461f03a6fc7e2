/** The jobs that value and mark accounts. */
package io.thor.jobs.account;
