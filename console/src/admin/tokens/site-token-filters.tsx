import { Group, Select, Switch, TextInput } from '@mantine/core';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { TOKEN_VIEWS } from '../../tokens/token-view';
import { useActiveUsers } from '../users/use-users';
import type { SiteTokenFilter } from './use-site-tokens';

const { tokens: words } = text.admin;
const { siteTokenViews: views } = text;
const KINDS = ['personal', 'application'] as const;
const VIEWS = [...TOKEN_VIEWS, 'personal'] as const;
const STATES = ['active', 'expired', 'revoked'] as const;

interface SiteTokenFiltersProps {
  readonly filter: SiteTokenFilter;
  readonly onChange: (filter: SiteTokenFilter) => void;
}

export function SiteTokenFilters({ filter, onChange }: SiteTokenFiltersProps) {
  const may = useMay();
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={text.tokens.search}
        type="search"
        value={filter.search}
        flex="1 1 10rem"
        maw={240}
        onChange={(event) => {
          onChange({ ...filter, search: event.currentTarget.value });
        }}
      />
      {may('users:read') && <OwnerFilter filter={filter} onChange={onChange} />}
      <Select
        label={words.kind}
        w={150}
        placeholder={words.anyKind}
        clearable
        data={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={filter.kind}
        onChange={(value) => {
          onChange({ ...filter, kind: KINDS.find((kind) => kind === value) ?? null });
        }}
      />
      <Select
        label={text.tokens.state}
        w={140}
        placeholder={text.tokens.states.any}
        clearable
        data={STATES.map((state) => ({ value: state, label: text.tokens.states[state] }))}
        value={filter.state}
        onChange={(value) => {
          onChange({ ...filter, state: STATES.find((state) => state === value) ?? null });
        }}
      />
      <Select
        label={views.label}
        w={230}
        placeholder={views.any}
        clearable
        data={VIEWS.map((view) => ({ value: view, label: views[view] }))}
        value={filter.view}
        onChange={(value) => {
          onChange({ ...filter, view: VIEWS.find((view) => view === value) ?? null });
        }}
      />
      <Switch
        label={words.transferred}
        mb={8}
        checked={filter.transferred}
        onChange={(event) => {
          onChange({ ...filter, transferred: event.currentTarget.checked });
        }}
      />
    </Group>
  );
}

function OwnerFilter({ filter, onChange }: SiteTokenFiltersProps) {
  const { data: users = [] } = useActiveUsers();
  return (
    <Select
      label={words.owner}
      w={170}
      placeholder={words.anyOwner}
      clearable
      searchable
      data={users.map(({ id, username }) => ({ value: id, label: username }))}
      value={filter.owner}
      onChange={(owner) => {
        onChange({ ...filter, owner });
      }}
    />
  );
}
