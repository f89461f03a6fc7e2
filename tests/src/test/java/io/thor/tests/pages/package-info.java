/**
 * The pages on the Payara Micro build, in Chromium. What a page does is tested by Playwright beside
 * its sources; here that suite is only started, so that it runs and counts with all others.
 */
package io.thor.tests.pages;
