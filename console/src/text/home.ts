import { counted } from './words';

const figure = (label: string, hint: string) => ({ label, hint });

/** `1,204 verified, 3 refused`. */
const counts = (verified: string, refused: string) => `${verified} verified, ${refused} refused`;

export const home = {
  greeting: (name: string) => `Hello, ${name}`,
  intro: (site: string) => `You are signed in to ${site}.`,
  start: {
    title: 'Make your first token',
    hint: 'A personal access token lets a script or an integration call the API as you. For a program of its own, register an API key.',
    token: 'New token',
    application: 'Register an API key',
    noRole:
      'You hold no role yet, so a token of yours can say who you are and nothing more. An administrator of your site can give you a role; your tokens then can do more at once.',
  },
  attention: {
    title: 'What needs your attention',
    nothing: 'Nothing. Everything is in order.',
    expires: (name: string) => `${name} expires`,
    rotate: 'Rotate',
    rotateNamed: (name: string) => `Rotate ${name}`,
    unused: (name: string) => `Nobody has used ${name} for 90 days`,
    unusedHint: 'If nothing needs it, end it: whoever finds a copy then has nothing.',
    revoke: 'Revoke',
    revokeNamed: (name: string) => `Revoke ${name}`,
    inherited: (name: string) => `${name} came from somebody else`,
    inheritedHint: 'They may have kept a copy. Give it a new value.',
    more: (count: number) => `${count} more`,
    moreExpiring: 'See all that expire',
    moreUnused: 'See all that are unused',
    moreInherited: 'See all that are inherited',
    certificate: (name: string) => `The certificate ${name} ends`,
    certificateAction: 'See certificates',
    certificateNamed: (name: string) => `See certificates, ${name} among them`,
    invited: (name: string) => `${name} has not set a password yet`,
    invitedHint: 'If the invitation was lost, make a new one.',
    invitedAction: 'Open',
    invitedNamed: (name: string) => `Open ${name}`,
  },
  figures: {
    mine: 'Your personal tokens',
    site: 'Personal tokens of the site',
    siteHint: 'Those of people and service accounts.',
    active: figure('Active', 'work now'),
    expiring: figure('Expiring', 'within 30 days'),
    unused: figure('Unused', 'for 90 days'),
    inherited: figure('Inherited', 'not rotated since'),
    named: (count: string, label: string, hint: string) => `${count} ${label.toLowerCase()}, ${hint}`,
  },
  verifications: {
    title: 'Verifications',
    hint: 'How often a token of the site was presented, hour by hour, and how often one was refused that it once issued.',
    range: 'Range',
    ranges: { day: '24 hours', week: '7 days', month: '30 days' },
    verified: 'Verified',
    refused: 'Refused',
    most: (count: string) => `at most ${count} an hour`,
    total: (verified: string, refused: string, range: string) => `${counts(verified, refused)} in the last ${range}`,
    hour: (hour: string, verified: string, refused: string) => `${hour}: ${counts(verified, refused)}`,
    chart: 'An hour of the chart: the arrow keys go from one to the next',
    running: 'now',
    showTable: 'Show as a table',
    hideTable: 'Hide the table',
    table: 'Verifications by the hour',
    columnHour: 'Hour',
    quiet: (hours: number) => `Left out: ${counted(hours, 'hour')} without any.`,
    empty: 'No token of the site was presented in this time.',
  },
};
