import { ActionIcon, Anchor, Paper, Text, Tooltip } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { RevokeToken } from '../../tokens/revoke-token';
import { TokenExpiry, TokenName, TokenReach, TokenState, TokenUse } from '../../tokens/token-cells';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { HandOverToken } from './hand-over-token';
import { SiteTokenFilters } from './site-token-filters';
import { siteTokenFilterOf, useSiteTokens, type SiteToken } from './use-site-tokens';
import { SiteTokenView } from './site-token-view';

const { tokens: words } = text.admin;
const SEARCH_DELAY_MILLISECONDS = 250;

export function SiteTokensPage() {
  const [address] = useSearchParams();
  const may = useMay();
  const [filter, setFilter] = useState(() => siteTokenFilterOf(address));
  const [search] = useDebouncedValue(filter.search, SEARCH_DELAY_MILLISECONDS);
  const [revoking, setRevoking] = useState<SiteToken | null>(null);
  const [moving, setMoving] = useState<SiteToken | null>(null);
  const query = useSiteTokens({ ...filter, search });
  return (
    <Page title={text.pages.allTokens} intro={words.intro}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <SiteTokenFilters filter={filter} onChange={setFilter} />
        <SiteTokenView filter={filter} onChange={setFilter} />
        <Loaded query={query}>
          {(tokens) =>
            tokens.length === 0 ? (
              <EmptyState title={text.tokens.nothingFound} />
            ) : (
              <DataTable
                label={words.table}
                columns={columns(setMoving, setRevoking, may('users:read'))}
                rows={tokens}
                keyOf={({ id }) => id}
              />
            )
          }
        </Loaded>
        <LoadMore query={query} />
      </Paper>
      <RevokeToken
        token={revoking}
        path="/admin/tokens/{id}"
        onClose={() => {
          setRevoking(null);
        }}
      />
      <HandOverToken
        token={moving}
        onClose={() => {
          setMoving(null);
        }}
      />
    </Page>
  );
}

type Choose = (token: SiteToken) => void;

function columns(onMove: Choose, onRevoke: Choose, maySeeUsers: boolean): Column<SiteToken>[] {
  const { columns: titles, everythingOfOwner, revokeNamed, revoke } = text.tokens;
  return [
    { title: titles.name, cell: (token) => <TokenName token={token} /> },
    { title: words.owner, cell: (token) => <Owner token={token} isLinked={maySeeUsers} /> },
    { title: titles.may, cell: (token) => <TokenReach token={token} everything={everythingOfOwner} /> },
    { title: titles.used, cell: (token) => <TokenUse token={token} /> },
    { title: titles.expires, cell: (token) => <TokenExpiry token={token} /> },
    { title: titles.state, cell: (token) => <TokenState token={token} /> },
    {
      title: text.actions,
      isActions: true,
      cell: (token) =>
        token.state === 'active' && (
          <>
            {maySeeUsers && token.kind === 'personal' && (
              <RowAction
                label={words.reassign}
                named={words.reassignNamed(token.name)}
                onClick={() => {
                  onMove(token);
                }}
              >
                <IconArrowsExchange size={18} />
              </RowAction>
            )}
            <RowAction
              label={revoke}
              named={revokeNamed(token.name)}
              onClick={() => {
                onRevoke(token);
              }}
            >
              <IconTrash size={18} />
            </RowAction>
          </>
        ),
    },
  ];
}

interface RowActionProps {
  readonly label: string;
  readonly named: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function RowAction({ label, named, onClick, children }: RowActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={named} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
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
