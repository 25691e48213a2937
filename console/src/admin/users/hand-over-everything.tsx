import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { bulk } from '../../text/bulk';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { SITE_TOKENS } from '../tokens/use-site-tokens';
import { UserSelect } from './user-select';
import type { User } from './use-users';

const words = bulk.everything;

/** All tokens and API keys of a user to another one: the one way in which API keys change hands while their owner stays. */
export function HandOverEverything({ user }: { readonly user: User }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [receiver, setReceiver] = useState<User | null>(null);
  const [isMissing, setMissing] = useState(false);
  const close = () => {
    setReceiver(null);
    setMissing(false);
    move.reset();
    setOpened(false);
  };
  const move = useChange({
    mutationFn: (to: User) =>
      answerOf(api.POST('/admin/tokens/reassign', { body: { toUserId: to.id, fromUserId: user.id } })),
    onSuccess: async ({ tokens, applications }, to) => {
      notifyDone(words.done(words.received(tokens.transferred, applications.transferred), to.username));
      close();
      await queries.invalidateQueries({ queryKey: SITE_TOKENS });
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpened(true);
        }}
      >
        {words.button}
      </Button>
      <FormDialog
        title={words.title(user.username)}
        submit={bulk.handOverSubmit}
        opened={opened}
        isRunning={move.isPending}
        error={move.error}
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(receiver === null);
          if (receiver !== null) move.mutate(receiver);
        }}
        onClose={close}
      >
        <Text>{words.hint(user.username)}</Text>
        <UserSelect
          label={bulk.receiver}
          value={receiver?.id ?? null}
          error={isMissing && receiver === null ? text.required : undefined}
          onChange={setReceiver}
          without={user.id}
        />
      </FormDialog>
    </>
  );
}
