/** What stands for the event bus of a container. */
package io.thor.event;
