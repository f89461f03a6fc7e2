import type { AuditEntry } from './facts';

const COLUMNS = [
  'revision',
  'at',
  'feature',
  'verb',
  'actor',
  'via',
  'reason',
  'before',
  'after',
  'evidence',
  'hash',
] as const satisfies readonly (keyof AuditEntry)[];

/** Whether each word of a search is somewhere in an entry. */
export function matches(entry: AuditEntry, search: string): boolean {
  const content = COLUMNS.map((column) => entry[column])
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}

/** As RFC 4180 has it; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function asCsv(entries: readonly AuditEntry[]): string {
  const lines = entries.map((entry) => COLUMNS.map((column) => cell(String(entry[column]))).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

export function asJson(entries: readonly AuditEntry[]): string {
  return JSON.stringify(entries, [...COLUMNS], 2);
}

/** Gives the browser a file to save. */
export function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
