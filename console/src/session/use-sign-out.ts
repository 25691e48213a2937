import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { ME } from './me';

/** Ends the session on the server, and forgets all that was read with it. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/auth/logout')),
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true });
      queries.clear();
      queries.setQueryData(ME, null);
    },
  });
}
