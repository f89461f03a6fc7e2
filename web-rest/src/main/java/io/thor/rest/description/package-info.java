/** What the interfaces are, as OpenAPI and AsyncAPI; tests hold both against the code. */
package io.thor.rest.description;
