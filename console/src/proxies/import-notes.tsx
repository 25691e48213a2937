import { Button, Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../api/client';
import { proxies as proxyWords } from '../text/proxies';
import { DataTable, type Column } from '../ui/data-table';

type Proposal = Schemas['ProxyProposalResponse'];
type Warning = Schemas['ImportWarningResponse'] & { readonly number: number };
type ScopeName = Schemas['ScopeNameResponse'];

const { notes: words } = proxyWords;
const SHOWN = 50;

/** Everything that the proposal leaves out or changes, and what stands for the scopes of the document. */
export function ImportNotes({ proposal: { warnings, scopeNames } }: { readonly proposal: Proposal }) {
  const [isWhole, setWhole] = useState(false);
  const rows = warnings.map((warning, number) => ({ ...warning, number }));
  return (
    <Stack>
      {rows.length > 0 && (
        <>
          <Text>{words.warnings(rows.length)}</Text>
          <DataTable
            label={words.warningsTable}
            columns={WARNINGS}
            rows={isWhole ? rows : rows.slice(0, SHOWN)}
            keyOf={({ number }) => String(number)}
          />
        </>
      )}
      {!isWhole && rows.length > SHOWN && (
        <Button
          variant="default"
          w="fit-content"
          onClick={() => {
            setWhole(true);
          }}
        >
          {words.showAll(rows.length)}
        </Button>
      )}
      {scopeNames.length > 0 && (
        <>
          <Text>{words.scopes}</Text>
          <DataTable label={words.scopesTable} columns={SCOPES} rows={scopeNames} keyOf={({ name }) => name} />
        </>
      )}
    </Stack>
  );
}

const WARNINGS: Column<Warning>[] = [
  { title: words.warningColumns.code, cell: ({ code }) => words.codes[code] },
  {
    title: words.warningColumns.operation,
    cell: ({ method, path }) =>
      path === null ? words.everything : <Code>{[method, path].filter(Boolean).join(' ')}</Code>,
  },
  { title: words.warningColumns.message, cell: ({ message }) => message },
];

const SCOPES: Column<ScopeName>[] = [
  { title: words.scopeColumns.name, cell: ({ name }) => <Code>{name}</Code> },
  { title: words.scopeColumns.scope, cell: ({ scope }) => <Code>{scope}</Code> },
  { title: words.scopeColumns.roles, cell: ({ roles }) => (roles.length === 0 ? words.noRole : roles.join(', ')) },
];
