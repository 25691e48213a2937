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
import { Time } from '../../ui/time';
import { useCertificates, type Certificate } from '../use-upstreams';
import { CertificateDialog } from './certificate-dialog';
import { CertificateExpiry } from './certificate-expiry';
import { goodFor } from './certificate-use';
import { Fingerprint } from './fingerprint';

const { certificates: words } = upstreams;
const SHOWN_NAMES = 2;

export function CertificatesPage() {
  const mayWrite = useMay()('security:write');
  const query = useCertificates();
  const [creating, { open, close }] = useDisclosure(false);
  const create = mayWrite && (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {words.create}
    </Button>
  );
  return (
    <Page title={text.pages.certificates} intro={words.intro} actions={create}>
      <DataList
        label={words.table}
        query={query}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={<EmptyState title={words.empty} hint={words.emptyHint} />}
      />
      <CertificateDialog certificate={null} opened={creating} onClose={close} />
    </Page>
  );
}

const COLUMNS: Column<Certificate>[] = [
  { title: words.columns.name, cell: (certificate) => <CertificateName certificate={certificate} /> },
  { title: words.columns.names, cell: ({ sans }) => sansInShort(sans) },
  {
    title: words.columns.validity,
    cell: (certificate) => (
      <>
        <CertificateExpiry certificate={certificate} />
        <Text size="xs" c="dimmed" mt={2}>
          {words.until} <Time at={certificate.validTo} />
        </Text>
      </>
    ),
  },
  { title: words.columns.use, cell: goodFor },
  { title: words.columns.fingerprint, cell: (certificate) => <Fingerprint certificate={certificate} isShort /> },
];

function CertificateName({ certificate: { id, name, subject } }: { readonly certificate: Certificate }) {
  return (
    <>
      <Anchor component={Link} to={`/upstreams/certificates/${id}`} inherit underline="always">
        {name}
      </Anchor>
      {subject !== '' && (
        <Text size="xs" c="dimmed" fw={400}>
          {subject}
        </Text>
      )}
    </>
  );
}

function sansInShort(sans: readonly string[]): string {
  if (sans.length === 0) return words.noNames;
  const shown = sans.slice(0, SHOWN_NAMES).map((name) => name.replace(/^DNS:/, ''));
  return sans.length === shown.length ? shown.join(', ') : words.moreNames(shown, sans.length - shown.length);
}
