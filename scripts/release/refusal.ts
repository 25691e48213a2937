/** Why there is no release. Either nothing was changed, or the changes have been undone. */
export class ReleaseRefused extends Error {}
