/**
 * What an external OpenID Connect issuer says: its documents, its keys, and whom a token of it
 * speaks of. Who that is in Thor, and what they may do, belongs to {@code io.thor.identity}.
 */
package io.thor.oidc;
