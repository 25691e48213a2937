/** Apart from the others: a removal alone has them. */
const things = { application: 'API key', token: 'token' };

export const removalWarnings = {
  decommissioned: (type: keyof typeof things, name: string) =>
    `The ${things[type]} ${name} would stop: it is decommissioned.`,
  receiver_lacks_scopes: (type: keyof typeof things, name: string, receiver: string) =>
    `The ${things[type]} ${name} would stop: ${receiver} holds none of the scopes that it needs.`,
  rotates_itself: (type: keyof typeof things, name: string) =>
    `The ${things[type]} ${name} rotates itself, which it no longer could. See to it before its value ends.`,
  makes_credentials: (type: keyof typeof things, name: string) =>
    `The ${things[type]} ${name} makes credentials, which it no longer could until its value is replaced.`,
};
