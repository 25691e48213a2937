import { useEffect, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-router';

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

function askBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** While it is needed, the page stays: when the session ends meanwhile, when the browser is told to go back or to load anew. */
export function useKeptPage(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    change(1);
    window.addEventListener('beforeunload', askBeforeUnload);
    return () => {
      window.removeEventListener('beforeunload', askBeforeUnload);
      change(-1);
    };
  }, [isNeeded]);
}

function isGoingBack({ historyAction }: { readonly historyAction: string }): boolean {
  return historyAction === 'POP' && isPageKept();
}

export function isPageKept(): boolean {
  return shown > 0;
}

/** For the frame of all pages, which keeps them: a router has one blocker. */
export function useIsPageKept(): boolean {
  const blocker = useBlocker(isGoingBack);
  useEffect(() => {
    if (blocker.state === 'blocked') blocker.reset();
  }, [blocker]);
  return useSyncExternalStore(subscribe, isPageKept);
}
