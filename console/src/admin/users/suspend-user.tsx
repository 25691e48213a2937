import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { notifyDone } from '../../ui/notify';
import { ProblemAlert } from '../../ui/problem-alert';
import { USERS, type User } from './use-users';

const { users: words } = text.admin;

/** Suspending asks first; resuming takes nothing from anybody. */
export function SuspendUser({ user: { id, username, status } }: { readonly user: User }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const isActive = status === 'active';
  const change = useChange({
    mutationFn: () =>
      answerOf(
        api.POST(isActive ? '/admin/users/{id}/suspend' : '/admin/users/{id}/resume', { params: { path: { id } } }),
      ),
    onSuccess: async () => {
      notifyDone(isActive ? words.suspended(username) : words.resumed(username));
      setAsking(false);
      await queries.invalidateQueries({ queryKey: USERS });
    },
  });
  return (
    <>
      <Button
        variant="default"
        loading={change.isPending && !isActive}
        onClick={() => {
          change.reset();
          if (isActive) setAsking(true);
          else change.mutate();
        }}
      >
        {isActive ? words.suspend : words.resume}
      </Button>
      {!asking && <ProblemAlert error={change.error} />}
      <ConfirmDialog
        opened={asking}
        title={words.suspendTitle(username)}
        hint={words.suspendHint}
        submit={words.suspend}
        isRunning={change.isPending}
        error={change.error}
        onConfirm={() => {
          change.mutate();
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}
