import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { descendantsQuery, useDescendants } from '../ui/descendants';
import { notifyDone } from '../ui/notify';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words } = text.applications;

interface DeleteApplicationProps {
  readonly application: Application;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => Promise<void>;
}

export function DeleteApplication({ application: { id, name }, opened, onClose, onDeleted }: DeleteApplicationProps) {
  const queries = useQueryClient();
  const remove = useChange({
    mutationFn: (query: ReturnType<typeof descendantsQuery>) =>
      answerOf(api.DELETE('/applications/{id}', { params: { path: { id }, query } })),
    onSuccess: async () => {
      notifyDone(words.deleted(name));
      await onDeleted(); // else the page that is left would ask for it again
      await queries.invalidateQueries({ queryKey: [...APPLICATIONS, 'list'] });
    },
  });
  const descendants = useDescendants({
    of: opened ? id : null,
    count: () => answerOf(api.GET('/applications/{id}/descendants', { params: { path: { id } } })),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.deleteTitle(name)}
      hint={words.deleteHint}
      submit={words.deleteSubmit}
      typeName={name}
      isRunning={remove.isPending}
      error={remove.error}
      isReady={descendants.isCounted}
      onConfirm={(filled) => {
        remove.mutate(descendantsQuery(filled));
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
