/** What was just done, or could not be, told for some seconds: ui/notices.tsx shows it. */
export interface Notice {
  readonly id: number;
  readonly message: string;
  readonly isFailure: boolean;
}

type Listener = () => void;

const SHOWN_MILLISECONDS = 6_000;

let notices: readonly Notice[] = [];
let count = 0;
const listeners = new Set<Listener>();

function publish(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function notifyDone(message: string): void {
  notify(message, false);
}

/** For what fails where there is no room to say so; anything else says it beside what was tried. */
export function notifyFailed(message: string): void {
  notify(message, true);
}

function notify(message: string, isFailure: boolean): void {
  const notice = { id: ++count, message, isFailure };
  publish([...notices, notice]);
  setTimeout(() => {
    dismiss(notice.id);
  }, SHOWN_MILLISECONDS);
}

export function dismiss(id: number): void {
  publish(notices.filter((notice) => notice.id !== id));
}

export function currentNotices(): readonly Notice[] {
  return notices;
}

export function subscribeToNotices(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
