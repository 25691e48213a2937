import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { Dialog } from '../ui/dialog';
import { ProblemAlert } from '../ui/problem-alert';
import { onReauthentication, type PasswordReason } from '../api/confirming-fetch';
import { isPageKept } from '../ui/kept-page';
import { ME, type Me } from './me';

const { confirmPassword: words } = text;
type Resolve = (confirmed: boolean) => void;

interface Waiting {
  readonly reason: PasswordReason;
  readonly resolve: Resolve;
}

/**
 * Asks for the password when a call wants a recent one, or when the session has ended in the middle of something; one dialog
 * for all calls of that moment.
 */
export function ConfirmPassword() {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  useEffect(() => {
    onReauthentication((reason) => {
      // who was nobody before goes to the sign-in; a secret that is shown this once must not be covered
      if (reason === 'over' && (!queries.getQueryData<Me | null>(ME) || isPageKept())) return Promise.resolve(false);
      return new Promise((resolve) => {
        setWaiting((others) => [...others, { reason, resolve }]);
      });
    });
  }, [queries]);
  const finish = (confirmed: boolean): void => {
    for (const { resolve } of waiting) resolve(confirmed);
    setWaiting([]);
  };
  const isOver = waiting.some(({ reason }) => reason === 'over');
  return (
    <Dialog
      isOnTop
      opened={waiting.length > 0}
      onClose={() => {
        finish(false);
      }}
      title={isOver ? words.over.title : words.title}
    >
      <PasswordForm isOver={isOver} onFinish={finish} />
    </Dialog>
  );
}

interface PasswordFormProps {
  /** The session: then it is a sign-in. */
  readonly isOver: boolean;
  readonly onFinish: Resolve;
}

function PasswordForm({ isOver, onFinish }: PasswordFormProps) {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const confirm = useChange({
    mutationFn: async () => {
      const username = queries.getQueryData<Me>(ME)?.user.username ?? '';
      if (isOver) queries.setQueryData(ME, await answerOf(api.POST('/auth/login', { body: { username, password } })));
      else await answerOf(api.POST('/auth/confirm', { body: { password } }));
    },
    onSuccess: () => {
      onFinish(true);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack>
        <Text>{isOver ? words.over.hint : words.hint}</Text>
        <ProblemAlert error={confirm.error} />
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          value={password}
          data-autofocus
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              onFinish(false);
            }}
          >
            {text.cancel}
          </Button>
          <Button type="submit" loading={confirm.isPending} disabled={password === ''}>
            {isOver ? words.over.submit : words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
