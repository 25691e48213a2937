import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { notifyDone } from '../../ui/notify';
import { useKept } from '../../ui/use-kept';
import { ROLES, type Role } from './use-roles';

const { roles: words } = text.admin;

interface DeleteRoleProps {
  /** Null is none: the dialog is closed. */
  readonly role: Role | null;
  readonly onClose: () => void;
}

export function DeleteRole({ role, onClose }: DeleteRoleProps) {
  const queries = useQueryClient();
  const shown = useKept(role);
  const remove = useChange({
    mutationFn: (name: string) => answerOf(api.DELETE('/admin/roles/{name}', { params: { path: { name } } })),
    onSuccess: async (_, name) => {
      notifyDone(words.deleted(name));
      onClose();
      await Promise.all([ROLES, ['scopes'], ['me']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const name = shown?.name ?? '';
  return (
    <ConfirmDialog
      opened={role !== null}
      title={words.deleteNamed(name)}
      hint={words.deleteHint}
      submit={words.delete}
      typeName={name}
      isRunning={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        remove.mutate(name);
      }}
      onClose={() => {
        remove.reset();
        onClose();
      }}
    />
  );
}
