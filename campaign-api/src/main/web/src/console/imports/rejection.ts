import type { CellError } from '../../api/http';

export interface RejectedLine {
  /** As the spreadsheet counts; 0 for the whole file. */
  row: number;
  column: string;
  reason: string;
}

/** What keeps a table from being imported, by row, and within a row as the server found it. */
export function linesOf(cells: CellError[], say: (messages: CellError['messages']) => string): RejectedLine[] {
  return cells
    .map(({ row, column, messages }) => ({ row, column, reason: say(messages) }))
    .sort((one, other) => one.row - other.row);
}

/** For a mail to whoever wrote the table, or for another spreadsheet: columns divided by tabs. */
export function asText(lines: RejectedLine[], header: [string, string, string], wholeFile: string): string {
  const rows = lines.map(({ row, column, reason }) => [row === 0 ? wholeFile : String(row), column || '-', reason]);
  return [header, ...rows].map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}
