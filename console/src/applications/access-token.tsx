import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { OnceShown } from '../ui/once-shown';
import { Section } from '../ui/section';
import { APPLICATIONS, type Application } from './use-applications';

const { detail: words, registered } = text.applications;

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
      <Text>{accessTokenId === null ? words.noToken : words.hasToken}</Text>
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
