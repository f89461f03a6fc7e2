/**
 * What stands before every request, whatever it asks for: headers of the answers, where a request
 * comes from, how long and how deep it may be. Who is asking belongs to {@code io.thor.identity}.
 */
package io.thor.protection;
