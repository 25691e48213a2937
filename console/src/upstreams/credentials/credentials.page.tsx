import { Anchor, Button, Paper } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { Time } from '../../ui/time';
import { useCredentials, type Credential } from '../use-upstreams';
import { CredentialDialog } from './credential-dialog';
import { shownWith } from './credential-shown';

const { credentials: words } = upstreams;

export function CredentialsPage() {
  const mayWrite = useMay()('security:write');
  const query = useCredentials();
  const [creating, setCreating] = useState(false);
  const create = mayWrite && (
    <Button
      leftSection={<IconPlus size={18} />}
      onClick={() => {
        setCreating(true);
      }}
    >
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.credentials} intro={words.intro} actions={create}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Loaded query={query}>
          {(credentials) =>
            credentials.length === 0 ? (
              <EmptyState title={words.empty} hint={words.emptyHint} />
            ) : (
              <DataTable label={words.table} columns={COLUMNS} rows={credentials} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
      <CredentialDialog
        credential={null}
        opened={creating}
        onClose={() => {
          setCreating(false);
        }}
      />
    </Page>
  );
}

const COLUMNS: Column<Credential>[] = [
  {
    title: words.columns.name,
    cell: ({ id, name }) => (
      <Anchor component={Link} to={`/upstreams/credentials/${id}`} inherit underline="always">
        {name}
      </Anchor>
    ),
  },
  { title: words.columns.type, cell: ({ type }) => words.types[type] },
  { title: words.columns.shown, cell: shownWith },
  { title: words.columns.secret, cell: ({ secretSetAt }) => <Time at={secretSetAt} words /> },
];
