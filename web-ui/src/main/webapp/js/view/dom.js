/** The few ways in which views touch the document. Text from the server goes through textContent only. */

export function byId(id) {
  return document.getElementById(id);
}

export function element(tag, className = "", text = "") {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}

/** Writes only what changed, so that a screen reader and a selection are left in peace. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
    return true;
  }
  return false;
}

export function setData(node, key, value) {
  if (node.dataset[key] !== value) {
    node.dataset[key] = value;
  }
}
