import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OnceShown } from '../ui/once-shown';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words, registered } = text.applications;
type Overlap = keyof typeof words.overlaps;
const OVERLAPS = Object.keys(words.overlaps) as Overlap[];

interface AddSecretProps {
  readonly application: Application;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function AddSecret({ application: { id }, opened, onClose }: AddSecretProps) {
  const queries = useQueryClient();
  const [overlap, setOverlap] = useState<Overlap>('keep');
  const [value, setValue] = useState<string | null>(null);
  const add = useChange({
    mutationFn: () =>
      answerOf(
        api.POST('/applications/{id}/secrets', {
          params: { path: { id } },
          body: overlap === 'keep' ? {} : { graceSeconds: Number(overlap) },
        }),
      ),
    onSuccess: async ({ clientSecret }) => {
      setValue(clientSecret);
      onClose();
      add.reset();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <>
      <ConfirmDialog
        opened={opened}
        title={words.addSecretTitle}
        hint={words.addSecretHint}
        submit={words.addSecretSubmit}
        isDangerous={false}
        isRunning={add.isPending}
        error={add.error}
        onConfirm={() => {
          add.mutate();
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
