import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { now } from '../clock';

export type Hour = Schemas['HourOfVerificationsResponse'];
export type Range = 'day' | 'week' | 'month';

const HOUR_MILLISECONDS = 3_600_000;
const MINUTE_MILLISECONDS = 60_000;
const HOURS: Readonly<Record<Range, number>> = { day: 24, week: 7 * 24, month: 30 * 24 };

/** Every hour of the range, the running one last. Asked for again each minute. */
export function useVerifications(range: Range) {
  return useQuery({
    queryKey: ['admin', 'verifications', range],
    queryFn: async () => {
      const from = new Date(now().getTime() - (HOURS[range] - 1) * HOUR_MILLISECONDS).toISOString();
      return (await answerOf(api.GET('/admin/statistics/verifications', { params: { query: { from } } }))).hours;
    },
    refetchInterval: MINUTE_MILLISECONDS,
    placeholderData: keepPreviousData,
  });
}
