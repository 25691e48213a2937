/**
 * Some calls want the password again when the sign-in is a while ago (`reauthentication_required`). Then whoever
 * shows the dialog asks for it, and the call is made once more.
 */
type AskForPassword = () => Promise<boolean>;

let askForPassword: AskForPassword = () => Promise.resolve(false);

export function onReauthentication(ask: AskForPassword): void {
  askForPassword = ask;
}

export async function confirmingFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 403) return response;
  const { code } = (await response.clone().json()) as { code?: string };
  if (code !== 'reauthentication_required') return response;
  return (await askForPassword()) ? fetch(again) : response;
}
