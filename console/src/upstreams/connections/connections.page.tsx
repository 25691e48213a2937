import { Anchor, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { upstreams } from '../../text/upstreams';
import { DataList } from '../../ui/data-list';
import type { Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { Reference } from '../reference';
import { useAllCredentials, useConnections, type Connection, type Credential } from '../use-upstreams';
import { ConnectionDialog } from './connection-dialog';

const { connections: words } = upstreams;

export function ConnectionsPage() {
  const mayWrite = useMay()('security:write');
  const query = useConnections();
  const { data: credentials } = useAllCredentials();
  const [creating, { open, close }] = useDisclosure(false);
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.connections} intro={words.intro} actions={create}>
      <DataList
        label={words.table}
        query={query}
        columns={columns(credentials)}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
      />
      <ConnectionDialog connection={null} opened={creating} onClose={close} />
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
