/** Market status as it is stored, and of any instant from the calendars. */
package io.thor.rest.market;
