import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Outlet, useSearchParams } from 'react-router';
import { useAccounts } from '../session/accounts';
import { answerOf, api } from '../api/client';
import { hasCode } from '../api/problem';
import { useMay } from '../session/me';
import { Loaded } from '../ui/loaded';
import { AskForAccount } from './ask-for-account';
import { ACCOUNT, AccountOfPages, chosenAccount } from './use-account';

/** Says which account the pages below are about: the one in the address, else the only one, else the first. */
export function OfAnAccount() {
  const may = useMay();
  return may('accounts:read') ? <OneOfTheAccounts /> : <AccountOfTheAddress />;
}

function OneOfTheAccounts() {
  const [address] = useSearchParams();
  const query = useAccounts();
  return (
    <Loaded query={query}>
      {(accounts) => {
        const [first] = accounts;
        const asked = accounts.find(({ id }) => id === address.get(ACCOUNT)) ?? first;
        return <Below id={accounts.length > 1 ? (asked?.id ?? null) : null} />;
      }}
    </Loaded>
  );
}

/** Who may not see accounts names theirs by its id, if the site has more than one. */
function AccountOfTheAddress() {
  const [address] = useSearchParams();
  const id = address.get(ACCOUNT);
  const query = useQuery({
    queryKey: ['accounts', 'needed'],
    enabled: id === null,
    queryFn: isAccountNeeded,
    staleTime: 60_000,
  });
  if (id !== null) return <Below id={id} />;
  return <Loaded query={query}>{(isNeeded) => (isNeeded ? <AskForAccount /> : <Below id={null} />)}</Loaded>;
}

async function isAccountNeeded(): Promise<boolean> {
  try {
    await answerOf(api.GET('/projects', { params: { query: { limit: 1 } } }));
    return false;
  } catch (error) {
    if (hasCode(error, 'account_required')) return true;
    throw error;
  }
}

function Below({ id }: { readonly id: string | null }) {
  const account = useMemo(() => chosenAccount(id), [id]);
  return (
    <AccountOfPages value={account}>
      <Outlet />
    </AccountOfPages>
  );
}
