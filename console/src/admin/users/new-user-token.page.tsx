import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api } from '../../api/client';
import { useScopes } from '../../api/scopes';
import { useChange } from '../../api/use-change';
import { NotFound } from '../../ui/not-found';
import { useMe } from '../../session/me';
import { text } from '../../text/text';
import { emptyToken, requestOf, type NewToken } from '../../tokens/new-token';
import { TokenForm } from '../../tokens/token-form';
import { Loaded } from '../../ui/loaded';
import { OnceShown } from '../../ui/once-shown';
import { Page } from '../../ui/page';
import { isNobody, useUser, type User } from './use-users';

const { created } = text.tokens;

/** A service account never signs in: administrators make its tokens. */
export function NewUserTokenPage() {
  const { id = '' } = useParams();
  const query = useUser(id);
  if (isNobody(query.error)) return <NotFound />;
  return <Loaded query={query}>{(user) => <NewUserToken user={user} />}</Loaded>;
}

function NewUserToken({ user: { id, username, roles } }: { readonly user: User }) {
  const { policy: limits } = useMe().site;
  const form = useForm<NewToken>({ defaultValues: emptyToken(limits) });
  const scopes = useScopes();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [value, setValue] = useState<string | null>(null);
  const create = useChange({
    mutationFn: (token: NewToken) =>
      answerOf(api.POST('/admin/users/{id}/tokens', { params: { path: { id } }, body: requestOf(token, limits) })),
    onSuccess: async ({ token }) => {
      setValue(token);
      create.reset();
      await queries.invalidateQueries({ queryKey: ['admin', 'tokens'] });
    },
  });
  return (
    <Page title={text.admin.users.newTokenTitle(username)}>
      <Loaded query={scopes}>
        {(all) => (
          <TokenForm
            form={form}
            limits={limits}
            scopes={all.filter((scope) => scope.roles.some((role) => roles.includes(role)))}
            everything={text.tokens.form.mayAllOfOwner}
            isRunning={create.isPending}
            error={create.error}
            cancelTo={`/admin/users/${id}`}
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
          void navigate(`/admin/tokens?owner=${id}`);
        }}
      />
    </Page>
  );
}
