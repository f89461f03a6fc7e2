/**
 * How records become JSON: components in order under snake_case names, decimals plain and exact.
 * One writer serves messages and REST answers alike. It only writes; reading is the platform's.
 */
package io.thor.json;
