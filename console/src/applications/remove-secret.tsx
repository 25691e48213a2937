import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { descendantsQuery, endedToo, useDescendants } from '../ui/descendants';
import { notifyDone } from '../ui/notify';
import { useKept } from '../ui/use-kept';
import { APPLICATIONS, type ClientSecret } from './use-applications';

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
    mutationFn: ({ secretId, query }: { secretId: string; query: ReturnType<typeof descendantsQuery> }) =>
      answerOf(api.DELETE('/applications/{id}/secrets/{secretId}', { params: { path: { id, secretId }, query } })),
    onSuccess: async (answer) => {
      notifyDone(words.secretRemoved + endedToo(answer, 1));
      onClose();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  const secretId = secret?.id ?? null;
  const descendants = useDescendants({
    of: secretId,
    count: () =>
      answerOf(
        api.GET('/applications/{id}/secrets/{secretId}/descendants', {
          params: { path: { id, secretId: secretId ?? '' } },
        }),
      ),
  });
  return (
    <ConfirmDialog
      opened={secret !== null}
      title={words.removeSecretTitle(shown?.last4 ?? '')}
      hint={words.removeSecretHint}
      submit={words.removeSecret}
      isRunning={remove.isPending}
      error={remove.error}
      isReady={descendants.isCounted}
      onConfirm={(filled) => {
        if (secretId !== null) remove.mutate({ secretId, query: descendantsQuery(filled) });
      }}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    >
      {descendants.field}
    </ConfirmDialog>
  );
}
