import type { ColumnLookup } from '../rows/row-cells.ts';
import { cleanCell } from '../text/fold.ts';
import type { ColumnRole } from '../types.ts';

/** Looks at cells by role without reading them, for decisions about many rows. */
export class CellsByRole {
  private readonly columns: ColumnLookup;

  constructor(columns: ColumnLookup) {
    this.columns = columns;
  }

  /** The first filled cell with one of the roles, else ''. */
  first(cells: readonly string[], roles: readonly ColumnRole[]): string {
    for (const role of roles) {
      for (const index of this.columns.of(role)) {
        const cell = cleanCell(cells[index]);
        if (cell !== '') return cell;
      }
    }
    return '';
  }

  /** All filled cells with the roles in one text, else ''. */
  all(cells: readonly string[], roles: readonly ColumnRole[]): string {
    return roles
      .map((role) => this.first(cells, [role]))
      .filter((cell) => cell !== '')
      .join(' ');
  }
}
