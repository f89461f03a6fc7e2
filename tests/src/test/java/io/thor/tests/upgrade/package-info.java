/** What an installation has stored survives each migration of the schema. */
package io.thor.tests.upgrade;
