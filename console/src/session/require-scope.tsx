import { Outlet } from 'react-router';
import { NotAllowed } from '../ui/not-allowed';
import { useMay } from './me';

/** Pages that take a scope. The service refuses their calls anyway; this says so in words, at once. */
export function RequireScope({ scope }: { readonly scope: string }) {
  const may = useMay();
  return may(scope) ? <Outlet /> : <NotAllowed />;
}
