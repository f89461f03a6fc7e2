/** What an external issuer may say, and what is refused. */
package io.thor.oidc;
