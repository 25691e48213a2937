import { Alert, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { bulk as words } from '../../text/bulk';
import { text } from '../../text/text';
import { FormDialog } from '../../ui/form-dialog';
import { notifyDone } from '../../ui/notify';
import { useKept } from '../../ui/use-kept';
import { UserSelect } from '../users/user-select';
import type { User } from '../users/use-users';
import { SITE_TOKENS, type SiteToken } from './use-site-tokens';

/** The API takes so many in one call, and moves all of them or none. */
const MOST_TOKENS = 1_000;

interface HandOverTokensProps {
  /** Null is none: the dialog is closed. */
  readonly tokens: readonly SiteToken[] | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Many tokens to one user. Those of API keys are left out: they go where their API key goes. */
export function HandOverTokens({ tokens, onDone, onClose }: HandOverTokensProps) {
  const shown = useKept(tokens) ?? [];
  const [receiver, setReceiver] = useState<User | null>(null);
  const [isMissing, setMissing] = useState(false);
  const movable = shown.filter(({ kind }) => kind === 'personal');
  const obstacle = obstacleOf(movable);
  const move = useHandOver();
  const close = () => {
    setReceiver(null);
    setMissing(false);
    move.reset();
    onClose();
  };
  const onSuccess = () => {
    onDone();
    close();
  };
  return (
    <FormDialog
      title={words.handOverTitle(movable.length)}
      submit={words.handOverSubmit}
      opened={tokens !== null}
      isRunning={move.isPending}
      error={named(move.error, shown)}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(receiver === null);
        if (receiver !== null && obstacle === null) move.mutate({ moved: movable, to: receiver }, { onSuccess });
      }}
      onClose={close}
    >
      {obstacle !== null ? (
        <Alert color="yellow">{obstacle}</Alert>
      ) : (
        <>
          <Text>{words.handOverHint}</Text>
          {movable.length < shown.length && <Text size="sm">{words.leftOut(shown.length - movable.length)}</Text>}
          <UserSelect
            label={words.receiver}
            value={receiver?.id ?? null}
            error={isMissing && receiver === null ? text.required : undefined}
            onChange={setReceiver}
          />
        </>
      )}
    </FormDialog>
  );
}

function obstacleOf({ length }: readonly SiteToken[]): string | null {
  if (length === 0) return words.leftOutAll;
  return length > MOST_TOKENS ? words.tooMany(MOST_TOKENS) : null;
}

interface Handover {
  readonly moved: readonly SiteToken[];
  readonly to: User;
}

function useHandOver() {
  const queries = useQueryClient();
  return useChange({
    mutationFn: ({ moved, to }: Handover) => {
      const body = { toUserId: to.id, tokenIds: moved.map(({ id }) => id) };
      return answerOf(api.POST('/admin/tokens/reassign', { body }));
    },
    onSuccess: ({ tokens: { transferred } }, { to }) => {
      notifyDone(words.handedOver(transferred, to.username));
    },
    // after a failure too: what stopped it has changed meanwhile
    onSettled: () => queries.invalidateQueries({ queryKey: SITE_TOKENS }),
  });
}

/** The service names tokens by their ids; their reader knows their names. */
function named(error: unknown, tokens: readonly SiteToken[]): unknown {
  if (!(error instanceof ProblemError) || error.problem.detail === undefined) return error;
  const detail = tokens.reduce((told, { id, name }) => told.replaceAll(id, name), error.problem.detail);
  return new ProblemError(error.status, { ...error.problem, detail: `${words.nothingMoved} ${detail}` });
}
