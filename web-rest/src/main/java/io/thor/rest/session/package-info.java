/** Sign-in and sign-out. */
package io.thor.rest.session;
