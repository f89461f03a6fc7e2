/**
 * What idle sessions of Thor are compared with. It runs inside a bare Payara Micro, so nothing of
 * Thor or of this benchmark may enter.
 */
package io.thor.bench.bare;
