import { Code, Group, Text } from '@mantine/core';
import { proxies as proxyWords } from '../text/proxies';
import { DataTable, type Column } from '../ui/data-table';
import { EVERY_METHOD } from './methods';
import type { ProxyRoute } from './use-proxies';

const { detail: words, form } = proxyWords;

interface NumberedRule extends ProxyRoute {
  readonly number: number;
}

/** The rules as they are, to read. */
export function RulesTable({ routes }: { readonly routes: readonly ProxyRoute[] }) {
  if (routes.length === 0) return <Text c="dimmed">{form.noRules}</Text>;
  return (
    <DataTable
      label={words.rulesTable}
      columns={COLUMNS}
      rows={routes.map((route, index) => ({ ...route, number: index + 1 }))}
      keyOf={({ number }) => String(number)}
    />
  );
}

const COLUMNS: Column<NumberedRule>[] = [
  { title: words.ruleColumns.number, cell: ({ number }) => form.rule(number) },
  { title: words.ruleColumns.methods, cell: ({ methods }) => methodsInWords(methods) },
  { title: words.ruleColumns.path, cell: ({ path }) => <Code>{path}</Code> },
  {
    title: words.ruleColumns.scopes,
    cell: ({ scopes }) =>
      scopes.length === 0 ? (
        form.scopesEmpty
      ) : (
        <Group gap={6}>
          {scopes.map((scope) => (
            <Code key={scope}>{scope}</Code>
          ))}
        </Group>
      ),
  },
];

export function methodsInWords(methods: readonly string[]): string {
  return methods.includes(EVERY_METHOD) ? form.anyMethod : methods.join(', ');
}
