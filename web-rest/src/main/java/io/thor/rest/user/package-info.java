/** Users, for administrators. */
package io.thor.rest.user;
