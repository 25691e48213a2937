import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text/text';
import { DataTable, type Column } from '../ui/data-table';
import { MadeWith } from '../ui/made-with';
import { Section } from '../ui/section';
import { Time } from '../ui/time';
import { AddSecret } from './add-secret';
import { RemoveSecret } from './remove-secret';
import type { Application, ClientSecret } from './use-applications';

const { detail: words } = text.applications;
const MOST_SECRETS = 2;
export function ClientSecrets({ application }: { readonly application: Application }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ClientSecret | null>(null);
  const isFull = application.secrets.length >= MOST_SECRETS;
  return (
    <Section
      title={words.secrets}
      hint={words.secretsHint}
      actions={
        !isFull && (
          <Button
            variant="default"
            onClick={() => {
              setAdding(true);
            }}
          >
            {words.addSecret}
          </Button>
        )
      }
    >
      <DataTable
        label={words.secretsTable}
        columns={columns(setRemoving)}
        rows={application.secrets}
        keyOf={({ id }) => id}
      />
      {isFull && (
        <Text size="sm" c="dimmed" mt="sm">
          {words.twoSecrets}
        </Text>
      )}
      <AddSecret
        applicationId={adding ? application.id : null}
        onClose={() => {
          setAdding(false);
        }}
      />
      <RemoveSecret
        applicationId={application.id}
        secret={removing}
        onClose={() => {
          setRemoving(null);
        }}
      />
    </Section>
  );
}

function columns(onRemove: (secret: ClientSecret) => void): Column<ClientSecret>[] {
  return [
    { title: words.secret, cell: ({ last4 }) => text.tokens.endsWith(last4) },
    { title: words.secretMade, cell: (secret) => <Made secret={secret} /> },
    {
      title: words.secretEnds,
      cell: ({ expiresAt }) => (expiresAt === null ? text.never : <Time at={expiresAt} words />),
    },
    {
      title: text.actions,
      isActions: true,
      cell: (secret) => (
        <Button
          size="xs"
          variant="default"
          aria-label={words.removeSecretNamed(secret.last4)}
          onClick={() => {
            onRemove(secret);
          }}
        >
          {words.removeSecret}
        </Button>
      ),
    },
  ];
}

function Made({ secret: { createdAt, issuedWith } }: { readonly secret: ClientSecret }) {
  return (
    <>
      <Time at={createdAt} words />
      <MadeWith maker={issuedWith} isOwn />
    </>
  );
}
