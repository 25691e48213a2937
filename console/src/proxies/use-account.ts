import { createContext, useContext } from 'react';

/** The account that calls about projects and proxies name, or none where the site has only one. */
export interface ChosenAccount {
  readonly id: string | null;
  /** For `params.header` of such a call. */
  readonly header: { readonly 'X-Account-Id'?: string };
  /** To a page of this account: it stays in the address, so that links and reloads keep it. */
  readonly linkTo: (path: string) => string;
}

export const ACCOUNT = 'account';

export function chosenAccount(id: string | null): ChosenAccount {
  if (id === null) return { id, header: {}, linkTo: (path) => path };
  return { id, header: { 'X-Account-Id': id }, linkTo: (path) => `${path}?${ACCOUNT}=${encodeURIComponent(id)}` };
}

/** From OfAnAccount to the pages below it. */
export const AccountOfPages = createContext<ChosenAccount>(chosenAccount(null));

export function useAccount(): ChosenAccount {
  return useContext(AccountOfPages);
}
