import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { text } from '../text/text';
import { DataList } from '../ui/data-list';
import type { Column } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { EditToken } from './edit-token';
import { RevokeToken } from './revoke-token';
import { RotateToken } from './rotate-token';
import { TokenAction } from './token-action';
import { TokenExpiry, TokenMade, TokenName, TokenReach, TokenState, TokenUse, type Token } from './token-cells';
import { TOKEN_VIEWS, tokenViewOf } from './token-view';
import { useTokens, type TokenFilter } from './use-tokens';

const { tokens: words } = text;
const STATES = ['active', 'expired', 'revoked'] as const;
const SEARCH_DELAY_MILLISECONDS = 250;

export function TokensPage() {
  const [address] = useSearchParams();
  const [filter, setFilter] = useState<TokenFilter>({ state: 'active', search: '', view: tokenViewOf(address) });
  const [search] = useDebouncedValue(filter.search, SEARCH_DELAY_MILLISECONDS);
  const [editing, setEditing] = useState<Token | null>(null);
  const [rotating, setRotating] = useState<Token | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const query = useTokens({ ...filter, search });
  return (
    <Page title={text.pages.tokens} intro={words.intro} actions={<NewTokenButton />}>
      <DataList
        label={words.table}
        query={query}
        columns={columns(setEditing, setRotating, setRevoking)}
        keyOf={({ id }) => id}
        empty={<NoTokens isFiltered={search !== '' || filter.state !== 'active' || filter.view !== null} />}
      >
        <Filters filter={filter} onChange={setFilter} />
      </DataList>
      <EditToken
        token={editing}
        onClose={() => {
          setEditing(null);
        }}
      />
      <RotateToken
        token={rotating}
        onClose={() => {
          setRotating(null);
        }}
      />
      <RevokeToken
        token={revoking}
        onClose={() => {
          setRevoking(null);
        }}
      />
    </Page>
  );
}

function NewTokenButton() {
  return (
    <Button component={Link} to="/tokens/new" leftSection={<IconPlus size={18} />}>
      {words.create}
    </Button>
  );
}

function NoTokens({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title={words.nothingFound} />;
  return <EmptyState title={words.empty} hint={words.emptyHint} action={<NewTokenButton />} />;
}

interface FiltersProps {
  readonly filter: TokenFilter;
  readonly onChange: (filter: TokenFilter) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const states = STATES.map((state) => ({ value: state, label: words.states[state] }));
  const views = TOKEN_VIEWS.map((view) => ({ value: view, label: words.views[view] }));
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={words.search}
        type="search"
        value={filter.search}
        flex="1 1 12rem"
        maw={320}
        onChange={(event) => {
          onChange({ ...filter, search: event.currentTarget.value });
        }}
      />
      <Select
        label={words.state}
        w={160}
        allowDeselect={false}
        data={[...states, { value: 'any', label: words.states.any }]}
        value={filter.state ?? 'any'}
        onChange={(value) => {
          onChange({ ...filter, state: STATES.find((state) => state === value) ?? null });
        }}
      />
      <Select
        label={words.view}
        w={220}
        allowDeselect={false}
        data={[{ value: 'all', label: words.views.all }, ...views]}
        value={filter.view ?? 'all'}
        onChange={(value) => {
          onChange({ ...filter, view: TOKEN_VIEWS.find((view) => view === value) ?? null });
        }}
      />
    </Group>
  );
}

type Choose = (token: Token) => void;

function columns(onEdit: Choose, onRotate: Choose, onRevoke: Choose): Column<Token>[] {
  const { columns: titles } = words;
  return [
    { title: titles.name, cell: (token) => <TokenName token={token} callsOnly={words.callsOnly} /> },
    { title: titles.may, cell: (token) => <TokenReach token={token} everything={words.everything} /> },
    { title: titles.created, cell: (token) => <TokenMade token={token} isOwn /> },
    { title: titles.used, cell: (token) => <TokenUse token={token} /> },
    { title: titles.expires, cell: (token) => <TokenExpiry token={token} /> },
    { title: titles.state, cell: (token) => <TokenState token={token} /> },
    {
      title: text.actions,
      isActions: true,
      cell: (token) =>
        token.state === 'active' && (
          <>
            <TokenAction
              label={words.edit}
              named={words.editNamed(token.name)}
              onClick={() => {
                onEdit(token);
              }}
            >
              <IconPencil size={18} />
            </TokenAction>
            <TokenAction
              label={words.rotate}
              named={words.rotateNamed(token.name)}
              onClick={() => {
                onRotate(token);
              }}
            >
              <IconRefresh size={18} />
            </TokenAction>
            <TokenAction
              label={words.revoke}
              named={words.revokeNamed(token.name)}
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
