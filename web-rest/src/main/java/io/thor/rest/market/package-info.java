/** Market status as it is stored and of any instant, and sessions, both from the calendars. */
package io.thor.rest.market;
