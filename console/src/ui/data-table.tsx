import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** A column of buttons: its title is for screen readers alone. */
  readonly isActions?: boolean;
  /** A column of boxes before the names, to choose rows by. */
  readonly isChoice?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

/**
 * A table on a wide screen, a list of cards on a narrow one. The roles are spelled out because browsers forget a table's
 * own when CSS lays its rows out as blocks. The first column names the row, but for one of boxes.
 */
export function DataTable<Row>({ label, columns, rows, keyOf }: DataTableProps<Row>) {
  const naming = columns.find(({ isChoice = false }) => !isChoice);
  return (
    <table className={classes.table} role="table" aria-label={label}>
      <thead role="rowgroup" className={classes.head}>
        <tr role="row">
          {columns.map(({ title, isActions = false, isChoice = false }) => (
            <th key={title} role="columnheader" scope="col" className={isActions ? classes.actionsHead : classes.title}>
              <span className={isActions || isChoice ? classes.hidden : undefined}>{title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={classes.row}>
            {columns.map((column) => (
              <Cell key={column.title} column={column} row={row} isName={column === naming} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly isName: boolean;
}

function Cell<Row>({ column: { title, cell, isActions = false, isChoice = false }, row, isName }: CellProps<Row>) {
  if (isName)
    return (
      <th role="rowheader" scope="row" className={classes.name}>
        {cell(row)}
      </th>
    );
  if (isChoice)
    return (
      <td role="cell" className={classes.choice}>
        {cell(row)}
      </td>
    );
  return (
    <td role="cell" className={isActions ? classes.actions : classes.cell}>
      {!isActions && (
        <span className={classes.label} aria-hidden="true">
          {title}
        </span>
      )}
      <div className={classes.content}>{cell(row)}</div>
    </td>
  );
}
