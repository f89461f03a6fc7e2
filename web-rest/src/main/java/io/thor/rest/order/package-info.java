/** Paper orders: placing, looking, cancelling. Rules and storage are the domain's. */
package io.thor.rest.order;
