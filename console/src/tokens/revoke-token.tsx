import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useChange } from '../api/use-change';
import { now } from '../clock';
import { text } from '../text/text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { descendantsQuery, endedToo, useDescendants } from '../ui/descendants';
import { notifyDone } from '../ui/notify';
import { useKept } from '../ui/use-kept';
import type { Token } from './token-cells';
import { SITE_TOKENS, TOKENS } from './use-tokens';

const { revocation: words } = text.tokens;
const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** Whether something relied on it within the last day. */
export function isInUse({ lastUsedAt }: Pick<Token, 'lastUsedAt'>): boolean {
  return lastUsedAt !== null && now().getTime() - new Date(lastUsedAt).getTime() < DAY_MILLISECONDS;
}

interface RevokeTokenProps {
  /** Null is no token: the dialog is closed. */
  readonly token: Token | null;
  readonly onClose: () => void;
  /** One's own, or, of an administrator, anybody's. */
  readonly path?: '/tokens/{id}' | '/admin/tokens/{id}';
}

export function RevokeToken({ token, onClose, path = '/tokens/{id}' }: RevokeTokenProps) {
  const queries = useQueryClient();
  const shown = useKept(token);
  const revoke = useChange({
    mutationFn: ({ token: { id }, query }: { token: Token; query: ReturnType<typeof descendantsQuery> }) =>
      answerOf(api.DELETE(path, { params: { path: { id }, query } })),
    onSuccess: async (answer, { token: { name } }) => {
      notifyDone(words.done(name) + endedToo(answer, 1));
      onClose();
      await Promise.all([TOKENS, SITE_TOKENS].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  const descendants = useDescendants({
    of: token?.id ?? null,
    count: () => answerOf(api.GET(`${path}/descendants`, { params: { path: { id: token?.id ?? '' } } })),
  });
  const inUse = shown !== null && isInUse(shown);
  return (
    <ConfirmDialog
      opened={token !== null}
      title={words.title(shown?.name ?? '')}
      hint={inUse ? `${words.recent} ${words.hint}` : words.hint}
      submit={words.submit}
      typeName={inUse ? shown.name : undefined}
      isRunning={revoke.isPending}
      error={revoke.error}
      isReady={descendants.isCounted}
      onConfirm={(filled) => {
        if (token !== null) revoke.mutate({ token, query: descendantsQuery(filled) });
      }}
      onClose={() => {
        revoke.reset();
        onClose();
      }}
    >
      {descendants.field}
    </ConfirmDialog>
  );
}
