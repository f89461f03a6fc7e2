/** What the documents promise about themselves. */
package io.thor.tests.documents;
