import { Anchor, Text } from '@mantine/core';
import { IconArrowsExchange, IconKey, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { text } from '../../text/text';
import { TokenAction } from '../../tokens/token-action';
import { TokenExpiry, TokenMade, TokenName, TokenReach, TokenState, TokenUse } from '../../tokens/token-cells';
import type { Column } from '../../ui/data-table';
import type { SiteToken } from './use-site-tokens';

const { tokens: words } = text.admin;

type Choose = (token: SiteToken) => void;

export interface TokenActions {
  readonly onMove: Choose | null;
  readonly onRotate: Choose;
  /** A new secret for the API key that it is of. */
  readonly onRenew: Choose;
  readonly onRevoke: Choose;
  /** Service accounts, whose values administrators replace. */
  readonly services: ReadonlySet<string>;
}

export function siteTokenColumns(
  { onMove, onRotate, onRenew, onRevoke, services }: TokenActions,
  maySeeUsers: boolean,
): Column<SiteToken>[] {
  const { columns: titles, everythingOfOwner, revokeNamed, revoke } = text.tokens;
  return [
    { title: titles.name, cell: (token) => <TokenName token={token} callsOnly={text.tokens.callsOnlyOfOthers} /> },
    { title: words.owner, cell: (token) => <Owner token={token} isLinked={maySeeUsers} /> },
    { title: titles.may, cell: (token) => <TokenReach token={token} everything={everythingOfOwner} /> },
    { title: titles.created, cell: (token) => <TokenMade token={token} /> },
    { title: titles.used, cell: (token) => <TokenUse token={token} /> },
    { title: titles.expires, cell: (token) => <TokenExpiry token={token} /> },
    { title: titles.state, cell: (token) => <TokenState token={token} /> },
    {
      title: text.actions,
      isActions: true,
      cell: (token) =>
        token.state === 'active' && (
          <>
            {onMove !== null && token.kind === 'personal' && (
              <TokenAction
                label={words.reassign}
                named={words.reassignNamed(token.name)}
                onClick={() => {
                  onMove(token);
                }}
              >
                <IconArrowsExchange size={18} />
              </TokenAction>
            )}
            {services.has(token.ownerId) && token.applicationId !== null && (
              <TokenAction
                label={text.applications.detail.addSecret}
                named={words.addSecretNamed(token.name)}
                onClick={() => {
                  onRenew(token);
                }}
              >
                <IconKey size={18} />
              </TokenAction>
            )}
            {services.has(token.ownerId) && token.format === 'opaque' && (
              <TokenAction
                label={text.tokens.rotate}
                named={text.tokens.rotateNamed(token.name)}
                onClick={() => {
                  onRotate(token);
                }}
              >
                <IconRefresh size={18} />
              </TokenAction>
            )}
            <TokenAction
              label={revoke}
              named={revokeNamed(token.name)}
              onClick={() => {
                onRevoke(token);
              }}
            >
              <IconTrash size={18} />
            </TokenAction>
          </>
        ),
    },
  ];
}

function Owner({ token: { owner, kind }, isLinked }: { readonly token: SiteToken; readonly isLinked: boolean }) {
  return (
    <>
      {owner.username === null || !isLinked ? (
        (owner.username ?? words.removedOwner)
      ) : (
        <Anchor component={Link} to={`/admin/users/${owner.id}`} inherit underline="always">
          {owner.username}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {words.kinds[kind]}
      </Text>
    </>
  );
}
