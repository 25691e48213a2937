import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ProblemAlert } from '../ui/problem-alert';
import { Entrance } from './entrance';
import { NewPasswordFields, type NewPassword } from './new-password-fields';

const { invitation: words } = text.session;

/** The part after # never reaches a server's log; it leaves the address, and so the history, at once. */
function takeInvitation(): string {
  const value = location.hash.slice(1);
  if (value !== '') history.replaceState(history.state, '', location.pathname);
  return value;
}

export function InvitationPage() {
  const [invitation] = useState(takeInvitation);
  const navigate = useNavigate();
  const form = useForm<NewPassword>({ defaultValues: { password: '', repeated: '' } });
  const accept = useChange({
    mutationFn: (body: Schemas['AcceptInvitationRequest']) => answerOf(api.POST('/auth/accept-invitation', { body })),
    onSuccess: async ({ username }) => {
      await navigate('/sign-in', { replace: true, state: { message: words.done(username) } });
    },
  });
  return (
    <Entrance title={words.title} subtitle={words.hint}>
      {invitation === '' ? (
        <Alert color="yellow">{words.missing}</Alert>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            void form.handleSubmit(({ password }) => {
              accept.mutate({ invitation, password });
            })(event);
          }}
        >
          <Stack>
            <ProblemAlert error={accept.error} />
            <NewPasswordFields form={form} />
            <Button type="submit" fullWidth loading={accept.isPending}>
              {words.submit}
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
}
