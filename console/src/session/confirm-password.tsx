import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { Dialog } from '../ui/dialog';
import { ProblemAlert } from '../ui/problem-alert';
import { onReauthentication } from './confirming-fetch';

const { confirmPassword: words } = text;
type Resolve = (confirmed: boolean) => void;

/** Asks for the password when a call wants a recent one; one dialog for all calls of that moment. */
export function ConfirmPassword() {
  const [waiting, setWaiting] = useState<readonly Resolve[]>([]);
  useEffect(() => {
    onReauthentication(
      () =>
        new Promise((resolve) => {
          setWaiting((others) => [...others, resolve]);
        }),
    );
  }, []);
  const finish = (confirmed: boolean): void => {
    for (const resolve of waiting) resolve(confirmed);
    setWaiting([]);
  };
  return (
    <Dialog
      isOnTop
      opened={waiting.length > 0}
      onClose={() => {
        finish(false);
      }}
      title={words.title}
    >
      <PasswordForm onFinish={finish} />
    </Dialog>
  );
}

function PasswordForm({ onFinish }: { readonly onFinish: Resolve }) {
  const [password, setPassword] = useState('');
  const confirm = useChange({
    mutationFn: () => answerOf(api.POST('/auth/confirm', { body: { password } })),
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
        <Text>{words.hint}</Text>
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
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
