import { useEffect, useSyncExternalStore } from 'react';

/** How many secrets are on the screen that would be lost with their page. */
let shown = 0;
const listeners = new Set<() => void>();

function change(by: number): void {
  shown += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** While it is needed, the page stays, also when the session ends meanwhile. */
export function useKeptPage(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    change(1);
    return () => {
      change(-1);
    };
  }, [isNeeded]);
}

export function useIsPageKept(): boolean {
  return useSyncExternalStore(subscribe, () => shown > 0);
}
