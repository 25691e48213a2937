import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { isSignedOut, ProblemError } from '../api/problem';
import { useChange } from '../api/use-change';
import { text } from '../text/text';
import { notifyFailed } from '../ui/notify';
import { ME } from './me';

/** Ends the session on the server, and forgets all that was read with it. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useChange({
    mutationFn: () => answerOf(api.POST('/auth/logout')),
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true });
      queries.clear();
      queries.setQueryData(ME, null);
    },
    onError: (error) => {
      if (isSignedOut(error)) return; // it was over already, and the sign-in is shown
      notifyFailed(text.session.stillSignedIn(error instanceof ProblemError ? error.problem.requestId : undefined));
    },
  });
}
