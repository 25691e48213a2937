import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OnceShown } from '../ui/once-shown';
import { useKept } from '../ui/use-kept';
import type { Token } from './token-cells';
import { TOKENS } from './use-tokens';

const { rotation: words, created } = text.tokens;

interface RotateTokenProps {
  /** Null is no token: the dialog is closed. */
  readonly token: Token | null;
  readonly onClose: () => void;
}

export function RotateToken({ token, onClose }: RotateTokenProps) {
  const queries = useQueryClient();
  const [grace, setGrace] = useState('0');
  const [value, setValue] = useState<string | null>(null);
  const shown = useKept(token);
  const rotate = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/tokens/{id}/rotate', { params: { path: { id } }, body: { graceSeconds: Number(grace) } })),
    onSuccess: async (issued) => {
      setValue(issued.token);
      rotate.reset();
      onClose();
      await queries.invalidateQueries({ queryKey: TOKENS });
    },
  });
  return (
    <>
      <ConfirmDialog
        opened={token !== null}
        title={words.title(shown?.name ?? '')}
        hint={words.hint}
        submit={words.submit}
        isDangerous={false}
        isRunning={rotate.isPending}
        error={rotate.error}
        onConfirm={() => {
          if (token !== null) rotate.mutate(token.id);
        }}
        onClose={() => {
          rotate.reset();
          onClose();
        }}
      >
        <Select
          label={words.grace}
          allowDeselect={false}
          data={Object.entries(words.graces).map(([seconds, label]) => ({ value: seconds, label }))}
          value={grace}
          onChange={(seconds) => {
            setGrace(seconds ?? '0');
          }}
        />
      </ConfirmDialog>
      <OnceShown
        title={words.done}
        secrets={value === null ? null : [{ label: created.label, value, variable: created.variable }]}
        onClose={() => {
          setValue(null);
        }}
      />
    </>
  );
}
