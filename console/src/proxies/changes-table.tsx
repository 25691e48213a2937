import { Stack, Text } from '@mantine/core';
import { proxies as proxyWords } from '../text/proxies';
import { DataTable, type Column } from '../ui/data-table';
import { fieldInWords, valueInLines } from './change-words';
import { useConnectionName, type Change } from './use-proxies';

const { deployment: words } = proxyWords;

interface ChangesTableProps {
  readonly changes: readonly Change[];
  /** What the two are called. */
  readonly before?: string;
  readonly after?: string;
}

/** What differs, field by field. */
export function ChangesTable({
  changes,
  before = words.changeColumns.before,
  after = words.changeColumns.after,
}: ChangesTableProps) {
  const nameOf = useConnectionName();
  return (
    <DataTable
      label={words.changesTable}
      columns={columns(before, after, nameOf)}
      rows={changes}
      keyOf={({ path }) => path}
    />
  );
}

function columns(before: string, after: string, nameOf: (connection: string) => string): Column<Change>[] {
  return [
    { title: words.changeColumns.field, cell: ({ path }) => fieldInWords(path) },
    { title: before, cell: (change) => <Value lines={valueInLines(change.path, change.before, nameOf)} /> },
    { title: after, cell: (change) => <Value lines={valueInLines(change.path, change.after, nameOf)} /> },
  ];
}

function Value({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Stack gap={2}>
      {lines.map((line, index) => (
        <Text key={`${String(index)} ${line}`} size="sm">
          {line}
        </Text>
      ))}
    </Stack>
  );
}
