/** The stages in force, and the verbs of operators. What a verb may do is not decided here. */
package io.thor.rest.cutover;
