import { Anchor, Button } from '@mantine/core';
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
import { Time } from '../../ui/time';
import { useCredentials, type Credential } from '../use-upstreams';
import { CredentialDialog } from './credential-dialog';
import { shownWith } from './credential-shown';

const { credentials: words } = upstreams;

export function CredentialsPage() {
  const mayWrite = useMay()('security:write');
  const query = useCredentials();
  const [creating, { open, close }] = useDisclosure(false);
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.credentials} intro={words.intro} actions={create}>
      <DataList
        label={words.table}
        query={query}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
      />
      <CredentialDialog credential={null} opened={creating} onClose={close} />
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
