import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';
import { useKept } from '../ui/use-kept';
import type { ClientSecret } from './client-secrets';
import { APPLICATIONS } from './use-applications';

const { detail: words } = text.applications;

interface RemoveSecretProps {
  readonly applicationId: string;
  /** Null is no secret: the dialog is closed. */
  readonly secret: ClientSecret | null;
  readonly onClose: () => void;
}

export function RemoveSecret({ applicationId: id, secret, onClose }: RemoveSecretProps) {
  const queries = useQueryClient();
  const shown = useKept(secret);
  const remove = useChange({
    mutationFn: (secretId: string) =>
      answerOf(api.DELETE('/applications/{id}/secrets/{secretId}', { params: { path: { id, secretId } } })),
    onSuccess: async () => {
      notifyDone(words.secretRemoved);
      onClose();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <ConfirmDialog
      opened={secret !== null}
      title={words.removeSecretTitle(shown?.last4 ?? '')}
      hint={words.removeSecretHint}
      submit={words.removeSecret}
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        if (secret !== null) remove.mutate(secret.id);
      }}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    />
  );
}
