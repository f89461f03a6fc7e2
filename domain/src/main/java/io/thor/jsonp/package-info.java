/** JSON of requests and answers, by the server's Jakarta JSON Processing. */
package io.thor.jsonp;
