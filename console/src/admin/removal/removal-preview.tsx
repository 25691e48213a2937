import { Alert, List, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { removalWarnings } from '../../text/removal-warnings';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { Time } from '../../ui/time';
import { MadeForServiceAccounts } from './made-for-service-accounts';
import type { Preview } from './use-removal';

const { removal: words } = text.admin;
type Item = Pick<Schemas['PreviewedTokenResponse'], 'id' | 'name' | 'lastUsedAt' | 'scopes' | 'loses'> &
  Partial<Pick<Schemas['PreviewedTokenResponse'], 'applicationId'>>;

interface RemovalPreviewProps {
  readonly preview: Preview;
  /** Of whom would be removed. */
  readonly username: string;
}

export function RemovalPreview({ preview, username }: RemovalPreviewProps) {
  const { receiver, tokens, applications, warnings, serviceAccounts } = preview;
  return (
    <Stack>
      <Text fw={600}>{outcomeOf(preview)}</Text>
      <Text>{words.always}</Text>
      {warnings.length > 0 && (
        <Alert color="orange" title={words.warnings}>
          <List size="sm">
            {warnings.map(({ id, code, type, name }) => (
              <List.Item key={id}>{removalWarnings[code](type, name, receiver?.username ?? '')}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Moved title={words.tokens} items={tokens.items} total={tokens.total} />
      <Moved title={words.applications} items={applications.items} total={applications.total} />
      <MadeForServiceAccounts items={serviceAccounts} username={username} />
    </Stack>
  );
}

function outcomeOf({ receiver, tokens: { total: tokens }, applications: { total: applications } }: Preview): string {
  if (tokens + applications === 0) return words.nothingToPassOn;
  return receiver === null
    ? words.decommission(tokens, applications)
    : words.transfer(tokens, applications, receiver.username);
}

interface MovedProps {
  readonly title: string;
  readonly items: readonly Item[];
  readonly total: number;
}

function Moved({ title, items, total }: MovedProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <DataTable label={title} columns={COLUMNS} rows={items} keyOf={({ id }) => id} />
      {total > items.length && <Text size="sm">{words.more(total - items.length)}</Text>}
    </div>
  );
}

const listOf = (scopes: readonly string[]) => (scopes.length === 0 ? words.nothingLost : scopes.join(', '));

const COLUMNS: Column<Item>[] = [
  {
    title: words.columns.name,
    cell: ({ name, applicationId }) => (
      <>
        {name}
        {typeof applicationId === 'string' && (
          <Text size="xs" c="dimmed">
            {words.ofApplication}
          </Text>
        )}
      </>
    ),
  },
  {
    title: words.columns.used,
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? text.tokens.neverUsed : <Time at={lastUsedAt} words />),
  },
  { title: words.columns.may, cell: ({ scopes }) => listOf(scopes) },
  { title: words.columns.loses, cell: ({ loses }) => listOf(loses) },
];
