import { hasTyped } from './typed';

/** Why a call is answered only after the password: it is a sensitive one, or the session is over. */
export type PasswordReason = 'sensitive' | 'over';

/**
 * Some calls want the password again when the sign-in is a while ago (`reauthentication_required`), and all do when the
 * session has ended meanwhile. Then whoever shows the dialog asks for it, and the call is made once more.
 */
type AskForPassword = (reason: PasswordReason) => Promise<boolean>;

let askForPassword: AskForPassword = () => Promise.resolve(false);

export function onReauthentication(ask: AskForPassword): void {
  askForPassword = ask;
}

export async function confirmingFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  const reason = await reasonToAsk(request, response);
  if (reason === null) return response;
  return (await askForPassword(reason)) ? fetch(again) : response;
}

async function reasonToAsk({ method, url }: Request, response: Response): Promise<PasswordReason | null> {
  const { status } = response;
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  if ((status !== 401 && status !== 403) || !isJson) return null;
  const { code } = (await response.clone().json()) as { code?: string };
  if (code === 'reauthentication_required') return 'sensitive';
  if (status !== 401 || code === 'invalid_credentials' || url.endsWith('/auth/logout')) return null;
  // a page that was only looked at is there again after the sign-in
  return method !== 'GET' || hasTyped() ? 'over' : null;
}
