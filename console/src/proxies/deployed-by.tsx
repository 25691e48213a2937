import { useUser } from '../admin/users/use-users';
import { hasCode } from '../api/problem';
import { useMay, useMe } from '../session/me';
import { proxies as proxyWords } from '../text/proxies';

const { deployment: words } = proxyWords;

/** Who deployed a revision first, as far as the reader may know. */
export function DeployedBy({ userId }: { readonly userId: string }) {
  const { user } = useMe();
  const may = useMay();
  if (user.id === userId) return words.you;
  return may('users:read') ? <UserName userId={userId} /> : <span title={userId}>{words.anotherUser}</span>;
}

function UserName({ userId }: { readonly userId: string }) {
  const { data, error } = useUser(userId);
  if (data !== undefined) return data.username;
  if (hasCode(error, 'user_not_found')) return <span title={userId}>{words.removedUser}</span>;
  return userId;
}
