/**
 * Stores the stages of all features and what the environment last said, and answers which one is in
 * force. The rules themselves are in the contract's part of this package.
 */
package io.thor.cutover;
