/** Tests of what stands before every request. */
package io.thor.protection;
