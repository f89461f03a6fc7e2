/**
 * Tests inside Payara Micro, with the product's beans and its real database: commits and what is
 * fired, jobs that fail, observers that throw. The beans here are added to the product's archive;
 * what a client sees of a server belongs to the black-box tests.
 */
package io.thor.incontainer;
