// Apart from text.ts: only lists and dialogs that are loaded later need these words, and the first load is weighed.
import { counted } from './words';

/** What made a credential, and what a credential has made. */
export const lineage = {
  madeWith: {
    session: 'Made in a session',
    personal: 'Made with a token',
    application: 'Made with a token of an API key',
    secret: 'Made with a client secret',
    developer_secret: 'Made with a developer secret',
    password: 'Made with a password',
    system: 'Made by the operator',
  },
  maker: (name: string, last4: string) => `${name} (ends in ${last4})`,
  othersMaker: (id: string) => `Not one of your tokens. Its id is ${id}`,
  id: (id: string) => `Its id is ${id}`,
  made: (count: number) => `It made ${counted(count, 'credential')}.`,
  /** When they can't be counted just now. */
  mayHaveMade: 'It may have made other credentials.',
  endThese: (count: number) => (count === 1 ? 'End this one too' : 'End these too'),
  endThem: 'End them too',
  ended: (count: number) => `${counted(count, 'credential')} that it made ended too.`,
  ofMany: 'End what they made too',
  ofManyHint: 'Tokens and secrets that were made with them, of the same owner.',
  endedOfMany: (count: number) => `${counted(count, 'credential')} that they made ended too.`,
};
