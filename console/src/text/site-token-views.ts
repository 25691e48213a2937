/** What the list of all tokens can be opened on. */
export const siteTokenViews = {
  personal: 'Personal tokens, made to be kept',
  expiring: 'Personal tokens that expire within 30 days',
  unused: 'Personal tokens unused for 90 days',
  inherited: 'Personal tokens that were inherited and not rotated since',
  remove: 'Show all tokens again',
};
