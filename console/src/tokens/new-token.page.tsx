import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { useScopes } from '../api/scopes';
import { useChange } from '../api/use-change';
import { useMe } from '../session/me';
import { text } from '../text/text';
import { Loaded } from '../ui/loaded';
import { OnceShown } from '../ui/once-shown';
import { Page } from '../ui/page';
import { emptyToken, requestOf, type NewToken } from './new-token';
import { TokenForm } from './token-form';
import { TOKENS } from './use-tokens';

const { form: words, created } = text.tokens;

export function NewTokenPage() {
  const { policy: limits } = useMe().site;
  const form = useForm<NewToken>({ defaultValues: emptyToken(limits) });
  const scopes = useScopes();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [value, setValue] = useState<string | null>(null);
  const create = useChange({
    mutationFn: (token: NewToken) => answerOf(api.POST('/tokens', { body: requestOf(token, limits) })),
    onSuccess: async (issued) => {
      setValue(issued.token);
      create.reset();
      await queries.invalidateQueries({ queryKey: TOKENS });
    },
  });
  return (
    <Page title={words.title}>
      <Loaded query={scopes}>
        {(all) => (
          <TokenForm
            form={form}
            limits={limits}
            scopes={all.filter(({ held }) => held)}
            isRunning={create.isPending}
            error={create.error}
            cancelTo="/tokens"
            onSubmit={(token) => {
              create.mutate(token);
            }}
          />
        )}
      </Loaded>
      <OnceShown
        title={created.title}
        secrets={value === null ? null : [{ label: created.label, value, variable: created.variable }]}
        onClose={() => {
          setValue(null);
          void navigate('/tokens');
        }}
      />
    </Page>
  );
}
