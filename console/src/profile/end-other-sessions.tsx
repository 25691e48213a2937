import { Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { hasCode } from '../api/problem';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { notifyDone } from '../ui/notify';

const { sessions: words } = text.profile;

interface EndOtherSessionsProps {
  readonly sessions: readonly Schemas['SessionResponse'][];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** One after the other, since the API ends one at a time; the dialog says how far it is. */
export function EndOtherSessions({ sessions, opened, onClose }: EndOtherSessionsProps) {
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const end = useMutation({
    mutationFn: async () => {
      setDone(0);
      for (const { id } of sessions) {
        await endIfThere(id);
        setDone((count) => count + 1);
      }
      return sessions.length;
    },
    onSuccess: (count) => {
      notifyDone(words.othersEnded(count));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={words.endOthersTitle}
      hint={words.endOthersHint(sessions.length)}
      submit={words.endOthers}
      isRunning={end.isPending}
      error={end.error}
      onConfirm={() => {
        end.mutate();
      }}
      onClose={onClose}
    >
      {end.isPending && (
        <div role="status">
          <Text size="sm">{words.endingOthers(done, sessions.length)}</Text>
          <Progress value={(done / sessions.length) * 100} aria-label={words.endOthersTitle} />
        </div>
      )}
    </ConfirmDialog>
  );
}

/** One that ended by itself meanwhile is what was wanted. */
async function endIfThere(id: string): Promise<void> {
  try {
    await answerOf(api.DELETE('/auth/sessions/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (!hasCode(error, 'session_not_found')) throw error;
  }
}
