/** What has to be done about users and sessions from time to time. */
package io.thor.jobs.identity;
