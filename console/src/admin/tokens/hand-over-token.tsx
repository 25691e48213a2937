import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useKept } from '../../ui/use-kept';
import { UserSelect } from '../users/user-select';
import type { User } from '../users/use-users';
import { SITE_TOKENS, type SiteToken } from './use-site-tokens';

const { tokens: words } = text.admin;

interface HandOverTokenProps {
  /** Null is no token: the dialog is closed. */
  readonly token: SiteToken | null;
  readonly onClose: () => void;
}

export function HandOverToken({ token, onClose }: HandOverTokenProps) {
  const queries = useQueryClient();
  const shown = useKept(token);
  const [receiver, setReceiver] = useState<User | null>(null);
  const close = () => {
    setReceiver(null);
    move.reset();
    onClose();
  };
  const move = useChange({
    mutationFn: ({ moved, to }: { moved: SiteToken; to: User }) =>
      answerOf(api.POST('/admin/tokens/reassign', { body: { toUserId: to.id, tokenIds: [moved.id] } })),
    onSuccess: async (_, { moved, to }) => {
      notifyDone(words.reassigned(moved.name, to.username));
      close();
      await queries.invalidateQueries({ queryKey: SITE_TOKENS });
    },
  });
  return (
    <FormDialog
      title={words.reassignTitle(shown?.name ?? '')}
      submit={words.reassignSubmit}
      opened={token !== null}
      isRunning={move.isPending}
      error={move.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (token !== null && receiver !== null) move.mutate({ moved: token, to: receiver });
      }}
      onClose={close}
    >
      <Text>{words.reassignHint}</Text>
      <UserSelect
        label={words.reassignTo}
        value={receiver?.id ?? null}
        onChange={setReceiver}
        {...(shown === null ? {} : { without: shown.ownerId })}
      />
    </FormDialog>
  );
}
