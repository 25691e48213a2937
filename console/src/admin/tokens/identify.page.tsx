import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { descendantsQuery, useDescendants } from '../../ui/descendants';
import { Facts } from '../../ui/facts';
import { notifyDone } from '../../ui/notify';
import { Page } from '../../ui/page';
import { ProblemAlert } from '../../ui/problem-alert';
import { Section } from '../../ui/section';
import { Time } from '../../ui/time';

const { identify: words, tokens: tokenWords } = text.admin;
type Identified = Schemas['IdentifiedTokenResponse'];

export function IdentifyPage() {
  const [value, setValue] = useState('');
  const identify = useChange({
    mutationFn: (token: string) => answerOf(api.POST('/admin/tokens/identify', { body: { token } })),
  });
  return (
    <Page title={text.pages.identify} intro={words.intro}>
      <Section title={words.label}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            identify.mutate(value.trim());
          }}
        >
          <Group align="flex-end">
            <PasswordInput
              aria-label={words.label}
              autoComplete="off"
              flex="1 1 16rem"
              maw={560}
              value={value}
              onChange={(event) => {
                setValue(event.currentTarget.value);
                identify.reset();
              }}
            />
            <Button type="submit" loading={identify.isPending} disabled={value.trim() === ''}>
              {words.submit}
            </Button>
          </Group>
        </form>
      </Section>
      <ProblemAlert error={identify.error} />
      {identify.data !== undefined && (
        <Found
          found={identify.data}
          value={value.trim()}
          onRevoked={() => {
            identify.reset();
            setValue('');
          }}
        />
      )}
    </Page>
  );
}

interface FoundProps {
  readonly found: Identified;
  readonly value: string;
  readonly onRevoked: () => void;
}

function Found({ found, value, onRevoked }: FoundProps) {
  const [asking, setAsking] = useState(false);
  const revoke = useChange({
    mutationFn: (query: ReturnType<typeof descendantsQuery>) => revokeFound(found, value, query),
    onSuccess: () => {
      notifyDone(words.revoked);
      onRevoked();
    },
  });
  const isToken = found.type === 'token';
  const descendants = useDescendants({
    of: asking && isToken ? found.id : null,
    count: () => answerOf(api.GET('/admin/tokens/{id}/descendants', { params: { path: { id: found.id } } })),
  });
  return (
    <Section title={words.result}>
      <Stack align="flex-start">
        <Facts facts={factsOf(found)} />
        {found.state === 'active' && (
          <Button
            color="red"
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.revoke}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={words.revokeTitle}
        hint={isToken ? words.revokeHint : `${words.revokeHint} ${words.revokesDescendants}`}
        submit={words.revoke}
        isRunning={revoke.isPending}
        error={revoke.error}
        isReady={!isToken || descendants.isCounted}
        onConfirm={(filled) => {
          revoke.mutate(descendantsQuery(filled));
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        {descendants.field}
      </ConfirmDialog>
    </Section>
  );
}

/** A token is revoked by its id; a secret as one that was found in the open. */
function revokeFound(
  { type, id }: Identified,
  value: string,
  query: ReturnType<typeof descendantsQuery>,
): Promise<unknown> {
  if (type === 'token') return answerOf(api.DELETE('/admin/tokens/{id}', { params: { path: { id }, query } }));
  return answerOf(api.POST('/leaks', { body: { credentials: [value] } }));
}

function factsOf({ type, name, owner, state, createdAt, endsAt, lastUsedAt, lastUsedAddress }: Identified) {
  const { facts } = words;
  return [
    [facts.type, words.types[type]],
    [facts.name, name],
    [facts.owner, owner?.username ?? tokenWords.removedOwner],
    [facts.state, text.tokens.states[state]],
    [facts.created, <Time key="created" at={createdAt} />],
    [facts.ends, endsAt === null ? text.never : <Time key="ends" at={endsAt} />],
    [
      facts.used,
      lastUsedAt === null ? (
        text.tokens.neverUsed
      ) : (
        <span key="used">
          <Time at={lastUsedAt} words /> {lastUsedAddress !== null && text.tokens.usedFrom(lastUsedAddress)}
        </span>
      ),
    ],
  ] as const;
}
