import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { TokenExpiry, TokenMade, TokenState, TokenUse } from '../tokens/token-cells';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { OnceShown } from '../ui/once-shown';
import { Section } from '../ui/section';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words, registered } = text.applications;
const { columns } = text.tokens;

export function AccessToken({ application: { id, accessTokenId } }: { readonly application: Application }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  const generate = useChange({
    mutationFn: () => answerOf(api.POST('/applications/{id}/token', { params: { path: { id } } })),
    onSuccess: async ({ accessToken }) => {
      setValue(accessToken);
      setAsking(false);
      generate.reset();
      await queries.invalidateQueries({ queryKey: APPLICATIONS });
    },
  });
  return (
    <Section
      title={words.token}
      hint={words.tokenHint}
      actions={
        <Button
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {words.generate}
        </Button>
      }
    >
      {accessTokenId === null ? <Text>{words.noToken}</Text> : <Current id={accessTokenId} />}
      <ConfirmDialog
        opened={asking}
        title={words.generateTitle}
        hint={words.generateHint}
        submit={words.generateSubmit}
        isRunning={generate.isPending}
        error={generate.error}
        onConfirm={() => {
          generate.mutate();
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
      <OnceShown
        title={words.generated}
        secrets={value === null ? null : [{ label: registered.accessToken, value, variable: 'GATEHOUSE_TOKEN' }]}
        onClose={() => {
          setValue(null);
        }}
      />
    </Section>
  );
}

/** The token that it has, and whether that works. */
function Current({ id }: { readonly id: string }) {
  const query = useQuery({
    queryKey: [...APPLICATIONS, 'access token', id],
    queryFn: () => answerOf(api.GET('/tokens/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={query}>
      {(token) => (
        <Facts
          facts={[
            [columns.state, <TokenState key="state" token={token} />],
            [columns.created, <TokenMade key="created" token={token} isOwn />],
            [columns.expires, <TokenExpiry key="expires" token={token} />],
            [columns.used, <TokenUse key="used" token={token} />],
          ]}
        />
      )}
    </Loaded>
  );
}
