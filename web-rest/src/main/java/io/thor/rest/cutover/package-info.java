/** The stages in force, for those who poll. */
package io.thor.rest.cutover;
