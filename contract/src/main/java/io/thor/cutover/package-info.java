/**
 * How a feature moves from one path to the other: stages and the machine that decides about orders,
 * gates and their arithmetic, who is in a canary, what the environment asks for, the audit's chain.
 * Pure rules; who stores a stage and who tells the browsers is not decided here.
 */
package io.thor.cutover;
