import { Checkbox, Paper } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { AddSecret } from '../../applications/add-secret';
import { useMay } from '../../session/me';
import { bulk } from '../../text/bulk';
import { text } from '../../text/text';
import { RevokeToken } from '../../tokens/revoke-token';
import { RotateToken } from '../../tokens/rotate-token';
import { DataTable, type Column } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { LoadMore } from '../../ui/load-more';
import { Loaded } from '../../ui/loaded';
import { focusHeading, Page } from '../../ui/page';
import { useSelection, type Selection } from '../../ui/selection';
import { useServiceAccounts } from '../users/use-users';
import { HandOverToken } from './hand-over-token';
import { HandOverTokens } from './hand-over-tokens';
import { RevokeTokens } from './revoke-tokens';
import { SiteTokenFilters } from './site-token-filters';
import { siteTokenColumns } from './site-token-columns';
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
  const [rotating, setRotating] = useState<SiteToken | null>(null);
  const [renewing, setRenewing] = useState<SiteToken | null>(null);
  const [moving, setMoving] = useState<SiteToken | null>(null);
  const services = useServiceAccounts(maySeeUsers);
  const query = useSiteTokens({ ...filter, search });
  const selection = useSelection(query.data ?? NONE, keyOf, isActive);
  // the dialogs go on with what was chosen when they opened: the list changes under them
  const [movingMany, setMovingMany] = useState<readonly SiteToken[] | null>(null);
  const [revokingMany, setRevokingMany] = useState<readonly SiteToken[] | null>(null);
  const actions = {
    onMove: maySeeUsers ? setMoving : null,
    onRotate: setRotating,
    onRenew: setRenewing,
    onRevoke: setRevoking,
    services,
  };
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
                  columns={[choiceOf(selection), ...siteTokenColumns(actions, maySeeUsers)]}
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
      <NewValues rotating={rotating} onRotated={setRotating} renewing={renewing} onRenewed={setRenewing} />
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

interface NewValuesProps {
  readonly rotating: SiteToken | null;
  readonly onRotated: (none: null) => void;
  readonly renewing: SiteToken | null;
  readonly onRenewed: (none: null) => void;
}

/** Of service accounts, which never sign in to replace their values. */
function NewValues({ rotating, onRotated, renewing, onRenewed }: NewValuesProps) {
  return (
    <>
      <RotateToken
        token={rotating}
        path="/admin/tokens/{id}/rotate"
        onClose={() => {
          onRotated(null);
        }}
      />
      <AddSecret
        applicationId={renewing?.applicationId ?? null}
        path="/admin/applications/{id}/secrets"
        onClose={() => {
          onRenewed(null);
        }}
      />
    </>
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
