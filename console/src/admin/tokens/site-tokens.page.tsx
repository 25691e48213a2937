import { Anchor, Checkbox, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../session/me';
import { bulk } from '../../text/bulk';
import { text } from '../../text/text';
import { RevokeToken } from '../../tokens/revoke-token';
import { TokenAction } from '../../tokens/token-action';
import { TokenExpiry, TokenName, TokenReach, TokenState, TokenUse } from '../../tokens/token-cells';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { focusHeading, Page } from '../../ui/page';
import { useSelection, type Selection } from '../../ui/selection';
import { HandOverToken } from './hand-over-token';
import { HandOverTokens } from './hand-over-tokens';
import { RevokeTokens } from './revoke-tokens';
import { SiteTokenFilters } from './site-token-filters';
import { TokenSelectionBar } from './token-selection-bar';
import { siteTokenFilterOf, useSiteTokens, type SiteToken } from './use-site-tokens';

const { tokens: words } = text.admin;
const SEARCH_DELAY_MILLISECONDS = 250;
const NONE: readonly SiteToken[] = [];

export function SiteTokensPage() {
  const [address] = useSearchParams();
  const maySeeUsers = useMay()('users:read');
  const [filter, setFilter] = useState(() => siteTokenFilterOf(address));
  const [search] = useDebouncedValue(filter.search, SEARCH_DELAY_MILLISECONDS);
  const [revoking, setRevoking] = useState<SiteToken | null>(null);
  const [moving, setMoving] = useState<SiteToken | null>(null);
  const query = useSiteTokens({ ...filter, search });
  const selection = useSelection(query.data ?? NONE, keyOf, isActive);
  // the dialogs go on with what was chosen when they opened: the list changes under them
  const [movingMany, setMovingMany] = useState<readonly SiteToken[] | null>(null);
  const [revokingMany, setRevokingMany] = useState<readonly SiteToken[] | null>(null);
  const finish = () => {
    selection.clear();
    focusHeading(); // the buttons that opened the dialogs are gone
  };
  return (
    <Page title={text.pages.allTokens} intro={words.intro}>
      <Paper withBorder p={{ base: 'md', sm: 'lg' }}>
        <SiteTokenFilters filter={filter} onChange={setFilter} />
        <Loaded query={query}>
          {(tokens) =>
            tokens.length === 0 ? (
              <EmptyState title={text.tokens.nothingFound} />
            ) : (
              <>
                <TokenSelectionBar
                  selection={selection}
                  onHandOver={maySeeUsers ? setMovingMany : null}
                  onRevoke={setRevokingMany}
                />
                <DataTable
                  label={words.table}
                  columns={[choiceOf(selection), ...columns(setMoving, setRevoking, maySeeUsers)]}
                  rows={tokens}
                  keyOf={keyOf}
                />
              </>
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
      <HandOverTokens
        tokens={movingMany}
        onDone={finish}
        onClose={() => {
          setMovingMany(null);
        }}
      />
      <RevokeTokens
        tokens={revokingMany}
        onDone={finish}
        onClose={() => {
          setRevokingMany(null);
        }}
      />
    </Page>
  );
}

/** A box before each token that something can still be done with. */
function choiceOf(selection: Selection<SiteToken>): Column<SiteToken> {
  return {
    title: bulk.choose,
    isChoice: true,
    cell: (token) =>
      isActive(token) && (
        <Checkbox
          aria-label={bulk.chooseNamed(token.name)}
          checked={selection.has(token)}
          onChange={(event) => {
            selection.set([token], event.currentTarget.checked);
          }}
        />
      ),
  };
}

function keyOf({ id }: SiteToken): string {
  return id;
}

function isActive({ state }: SiteToken): boolean {
  return state === 'active';
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
