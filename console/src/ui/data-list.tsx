import { Paper } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { DataTable, type Column } from './data-table';
import { LoadMore } from './load-more';
import { Loaded } from './loaded';

interface DataListProps<Row> {
  readonly label: string;
  readonly query: ComponentProps<typeof LoadMore>['query'] & ComponentProps<typeof Loaded<readonly Row[]>>['query'];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Shown when there is nothing; without it an empty table. */
  readonly empty?: ReactNode;
  /** Above the table: its filters. */
  readonly children?: ReactNode;
}

/** A list of the API as a table: while it loads, why it did not, that it is empty, its rows, and the button for more. */
export function DataList<Row>({ query, empty, children, ...table }: DataListProps<Row>) {
  return (
    <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
      {children}
      <Loaded query={query}>
        {(rows) => (rows.length === 0 && empty !== undefined ? empty : <DataTable {...table} rows={rows} />)}
      </Loaded>
      <LoadMore query={query} />
    </Paper>
  );
}
