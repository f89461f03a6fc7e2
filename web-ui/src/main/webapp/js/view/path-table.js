/** A table of fields with one column for each path; only changed cells are touched. */
import { element, setData, setText } from "./dom.js";

const PATHS = ["REST", "WebSocket"];
const FLASH = [{ backgroundColor: "var(--flash)" }, { backgroundColor: "transparent" }];
const FLASH_MS = 900;

export class PathTable {
  #body;
  #keys = "";
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  constructor(table) {
    this.#body = table.tBodies[0];
  }

  paint(rows) {
    const keys = rows.map((row) => row.key).join("\n");
    const rebuilt = keys !== this.#keys;
    if (rebuilt) {
      this.#keys = keys;
      this.#body.replaceChildren(...rows.map(tableRow));
    }
    rows.forEach((row, index) => this.#paintRow(this.#body.rows[index], row, !rebuilt));
  }

  #paintRow(tableRow, row, flash) {
    setText(tableRow.cells[0], row.label);
    PATHS.forEach((path, index) => {
      const { text, note = "", tone = "" } = row.cell(path);
      const cell = tableRow.cells[index + 1];
      setData(cell, "tone", tone);
      setText(cell.lastChild, note);
      if (setText(cell.firstChild, text) && flash && !this.#calm.matches) {
        cell.animate(FLASH, FLASH_MS);
      }
    });
  }
}

function tableRow(row) {
  const created = element("tr");
  created.dataset.key = row.key;
  const heading = element("th");
  heading.scope = "row";
  created.append(heading, ...PATHS.map(valueCell));
  return created;
}

function valueCell(path) {
  const cell = element("td");
  cell.dataset.path = path;
  cell.append(element("span", "value"), element("span", "note"));
  return cell;
}
