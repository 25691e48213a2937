import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { proxies as proxyWords } from '../text/proxies';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';
import { useAccount } from './use-account';
import { PROJECTS, type Project } from './use-projects';

const { projects: words } = proxyWords;

interface DeleteProjectProps {
  readonly project: Project;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => Promise<void>;
}

export function DeleteProject({ project: { id, name }, opened, onClose, onDeleted }: DeleteProjectProps) {
  const queries = useQueryClient();
  const { id: account, header } = useAccount();
  const remove = useChange({
    mutationFn: () => answerOf(api.DELETE('/projects/{id}', { params: { header, path: { id } } })),
    onSuccess: async () => {
      notifyDone(words.deleted(name));
      await onDeleted(); // else the page that is left would ask for it again
      await queries.invalidateQueries({ queryKey: [...PROJECTS, account, 'list'] });
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.deleteTitle(name)}
      hint={words.deleteHint}
      submit={words.deleteSubmit}
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        remove.mutate();
      }}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    />
  );
}
