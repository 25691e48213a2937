import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OnceShown } from '../ui/once-shown';
import { SITE_TOKENS } from '../tokens/use-tokens';
import { APPLICATIONS } from './use-applications';

const { detail: words, registered } = text.applications;
type Overlap = keyof typeof words.overlaps;
const OVERLAPS = Object.keys(words.overlaps) as Overlap[];

interface AddSecretProps {
  /** Null is no API key: the dialog is closed. */
  readonly applicationId: string | null;
  readonly onClose: () => void;
  /** Of one's own API key, or, of an administrator, one of a service account. */
  readonly path?: '/applications/{id}/secrets' | '/admin/applications/{id}/secrets';
}

export function AddSecret({ applicationId, onClose, path = '/applications/{id}/secrets' }: AddSecretProps) {
  const queries = useQueryClient();
  const [overlap, setOverlap] = useState<Overlap>('keep');
  const [value, setValue] = useState<string | null>(null);
  const add = useChange({
    mutationFn: (id: string) =>
      answerOf(
        api.POST(path, {
          params: { path: { id } },
          body: overlap === 'keep' ? {} : { graceSeconds: Number(overlap) },
        }),
      ),
    onSuccess: async ({ clientSecret }) => {
      setValue(clientSecret);
      onClose();
      add.reset();
      await Promise.all([APPLICATIONS, SITE_TOKENS].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <>
      <ConfirmDialog
        opened={applicationId !== null}
        title={words.addSecretTitle}
        hint={words.addSecretHint}
        submit={words.addSecretSubmit}
        isDangerous={false}
        isRunning={add.isPending}
        error={add.error}
        onConfirm={() => {
          if (applicationId !== null) add.mutate(applicationId);
        }}
        onClose={onClose}
      >
        <Select
          label={words.overlap}
          allowDeselect={false}
          data={OVERLAPS.map((option) => ({ value: option, label: words.overlaps[option] }))}
          value={overlap}
          onChange={(chosen) => {
            setOverlap(OVERLAPS.find((option) => option === chosen) ?? 'keep');
          }}
        />
      </ConfirmDialog>
      <OnceShown
        title={words.secretAdded}
        secrets={
          value === null ? null : [{ label: registered.clientSecret, value, variable: 'GATEHOUSE_CLIENT_SECRET' }]
        }
        onClose={() => {
          setValue(null);
        }}
      />
    </>
  );
}
