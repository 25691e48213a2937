import { Anchor, Button, Paper, Text } from '@mantine/core';
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
import { Reference } from '../reference';
import { useAllCredentials, useConnections, type Connection, type Credential } from '../use-upstreams';
import { ConnectionDialog } from './connection-dialog';

const { connections: words } = upstreams;

export function ConnectionsPage() {
  const mayWrite = useMay()('security:write');
  const query = useConnections();
  const { data: credentials } = useAllCredentials();
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
    <Page title={text.pages.connections} intro={words.intro} actions={create}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <Loaded query={query}>
          {(connections) =>
            connections.length === 0 ? (
              <EmptyState title={words.empty} hint={words.emptyHint} />
            ) : (
              <DataTable label={words.table} columns={columns(credentials)} rows={connections} keyOf={({ id }) => id} />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
      <ConnectionDialog
        connection={null}
        opened={creating}
        onClose={() => {
          setCreating(false);
        }}
      />
    </Page>
  );
}

function columns(credentials: readonly Credential[] | undefined): Column<Connection>[] {
  const { columns: titles } = words;
  return [
    {
      title: titles.name,
      cell: ({ id, name }) => (
        <Anchor component={Link} to={`/upstreams/connections/${id}`} inherit underline="always">
          {name}
        </Anchor>
      ),
    },
    { title: titles.baseUrl, cell: ({ baseUrl }) => baseUrl },
    {
      title: titles.credential,
      cell: ({ credentialId }) =>
        credentialId === null ? (
          words.nothing
        ) : (
          <Reference to="/upstreams/credentials" id={credentialId} among={credentials} />
        ),
    },
    { title: titles.trust, cell: (connection) => <Trust connection={connection} /> },
  ];
}

function Trust({ connection }: { readonly connection: Connection }) {
  const { baseUrl, caCertificateId, clientCertificateId } = connection;
  const { plain, wellKnown, own } = words.trustShort;
  return (
    <>
      {baseUrl.startsWith('http:') ? plain : caCertificateId === null ? wellKnown : own}
      {clientCertificateId !== null && (
        <Text size="xs" c="dimmed">
          {words.clientShort}
        </Text>
      )}
    </>
  );
}
