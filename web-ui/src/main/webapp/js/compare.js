/** Compares two JSON values: numbers by value, keys in any order, missing is not null. */

/** @returns {string} the first place that differs with both values; empty when nothing does */
export function firstDifference(left, right, path = "") {
  if (Object.is(left, right) || left === right) {
    return "";
  }
  if (!isContainer(left) || !isContainer(right) || Array.isArray(left) !== Array.isArray(right)) {
    return `${path || "value"}: ${short(left)} / ${short(right)}`;
  }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const difference = firstDifference(left[key], right[key], path ? `${path}.${key}` : key);
    if (difference) {
      return difference;
    }
  }
  return "";
}

function isContainer(value) {
  return typeof value === "object" && value !== null;
}

function short(value) {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 40);
}
