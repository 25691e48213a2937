// Apart from text.ts: only all tokens and the page of a user need these words, and the first load is weighed.
import { counted } from './words';

const tokens = (count: number) => counted(count, 'token');

export const bulk = {
  choose: 'Choose',
  chooseNamed: (name: string) => `Choose ${name}`,
  allShown: 'All shown',
  chosen: (count: number) => `${count} chosen`,
  clear: 'Choose none',
  actions: 'With the chosen tokens',
  handOver: 'Hand over',
  revoke: 'Revoke',
  handOverTitle: (count: number) => `Hand ${tokens(count)} over`,
  handOverHint:
    'All of them or none. Their values stay, so nothing stops working, and none can do more than it can now.',
  leftOut: (count: number) =>
    count === 1
      ? 'One more is of an API key and stays: it goes where its API key goes.'
      : `${count} more are of API keys and stay: they go where their API keys go.`,
  leftOutAll:
    'Those that are chosen are all of API keys. They go where their API keys go: hand over all that a user has.',
  receiver: 'New owner',
  handOverSubmit: 'Hand over',
  handedOver: (count: number, to: string) => `${tokens(count)} ${count === 1 ? 'now belongs' : 'now belong'} to ${to}.`,
  nothingMoved: 'Nothing was handed over.',
  tooMany: (most: number) => `Choose at most ${most.toLocaleString('en')} at once: all of them go over, or none.`,
  revokeTitle: (count: number) => `Revoke ${tokens(count)}`,
  revokeHint: 'They are refused from that moment on, and cannot be brought back.',
  recent: (count: number) =>
    count === 1
      ? 'One of them was used within the last day: something still relies on it.'
      : `${count} of them were used within the last day: something still relies on them.`,
  typed: tokens,
  revokeSubmit: 'Revoke',
  owners: (count: number) => `They belong to ${counted(count, 'user')}.`,
  progress: (done: number, all: number) => `${done} of ${tokens(all)} done`,
  stop: 'Stop',
  revoked: (count: number) => `${tokens(count)} ${count === 1 ? 'is' : 'are'} revoked.`,
  stopped: (count: number) => `Stopped: ${tokens(count)} ${count === 1 ? 'was' : 'were'} not tried.`,
  failed: (count: number) => `${tokens(count)} could not be revoked:`,
  failure: (name: string, why: string) => `${name}: ${why}`,
  everything: {
    button: 'Hand everything over',
    title: (username: string) => `Hand over all that ${username} has`,
    hint: (username: string) =>
      `Every token and every API key of ${username} goes to one user: all of them or none. Values stay, so nothing stops working, and nothing can do more than it can now.`,
    done: (received: string, to: string) => `${received} now belong to ${to}.`,
    received: (count: number, applications: number) => `${tokens(count)} and ${counted(applications, 'API key')}`,
  },
};
