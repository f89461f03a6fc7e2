/**
 * Which path a feature uses, and why: stages, what the environment asks for, and the questions that
 * callers put. Pure rules; who stores a stage and who tells the browsers is not decided here.
 */
package io.thor.cutover;
