import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import type { Preview } from './use-removal';

const { removal: words } = text.admin;
type Made = Preview['serviceAccounts'][number];

interface MadeForServiceAccountsProps {
  readonly items: readonly Made[];
  readonly username: string;
}

/** What stays with the service accounts and needs new values: the user who made it may have kept the old ones. */
export function MadeForServiceAccounts({ items, username }: MadeForServiceAccountsProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {words.serviceAccounts}
      </Title>
      <Text size="sm" mb="xs">
        {words.serviceAccountsHint(username)}
      </Text>
      <DataTable label={words.serviceAccounts} columns={COLUMNS} rows={items} keyOf={({ id }) => id} />
    </div>
  );
}

const COLUMNS: Column<Made>[] = [
  { title: words.madeColumns.name, cell: ({ name }) => name },
  { title: words.madeColumns.type, cell: ({ type }) => words.madeType[type] },
  {
    title: words.madeColumns.owner,
    cell: ({ ownerId, username }) => (
      <Anchor component={Link} to={`/admin/users/${ownerId}`} inherit underline="always">
        {username}
      </Anchor>
    ),
  },
];
