export class TestResponse {
  /** @example "ok" */
  status: 'ok';
}

export class SecretUser {
  /** @example "0199c0de-0000-7000-8000-0000000000aa" */
  id: string;

  /** @example "ann" */
  username: string;
}

export class SecretResponse {
  user: SecretUser;

  /**
   * The application that the secret belongs to; null for a person's developer secret.
   * @example null
   */
  clientId: string | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;
}
