import { now } from '../clock';

/** What a list of tokens can be opened on; the address says which: `?show=expiring`. */
export const TOKEN_VIEWS = ['stopped', 'expiring', 'unused', 'inherited'] as const;
export type TokenView = (typeof TOKEN_VIEWS)[number];

const DAY_MILLISECONDS = 24 * 3600 * 1000;
const EXPIRING_WITHIN = 30 * DAY_MILLISECONDS;
const UNUSED_FOR = 90 * DAY_MILLISECONDS;
const WORKING = { stopped: 'false' } as const;

export function tokenViewOf(address: URLSearchParams): TokenView | null {
  return TOKEN_VIEWS.find((view) => view === address.get('show')) ?? null;
}

/** The filters of the API that a view stands for. What is stopped is in a view of its own: it wants another care. */
export function queryOfView(view: TokenView | null) {
  switch (view) {
    case 'stopped':
      return { stopped: 'true' as const };
    case 'expiring':
      return { ...WORKING, expiringBefore: fromNow(EXPIRING_WITHIN) };
    case 'unused':
      return { ...WORKING, unusedSince: fromNow(-UNUSED_FOR) };
    case 'inherited':
      return { ...WORKING, transferred: 'true' as const };
    case null:
      return {};
  }
}

function fromNow(milliseconds: number): string {
  return new Date(now().getTime() + milliseconds).toISOString();
}
