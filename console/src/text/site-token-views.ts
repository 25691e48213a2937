/** Of personal tokens made to be kept, which ones the list of all tokens shows. */
export const siteTokenViews = {
  label: 'Personal tokens that',
  any: 'Any token',
  stopped: 'are stopped by the policy',
  expiring: 'expire within 30 days',
  unused: 'are unused for 90 days',
  inherited: 'are inherited, not rotated',
  personal: 'are made to be kept',
};
