import type { Notification } from '../notification.entity.js';

export class NotificationSubjectResponse {
  /** @example "token" */
  type: string;

  /** @example "0199c0de-0000-7000-8000-0000000000ff" */
  id: string;
}

export class NotificationResponse {
  /** @example "0199c0de-0000-7000-8000-0000000000ee" */
  id: string;

  /**
   * What happened.
   * @example "credential.sent_in_plaintext"
   */
  kind: string;

  /** The object that the event concerns. */
  subject: NotificationSubjectResponse;

  /**
   * Details of the event. Their fields depend on `kind`.
   * @example {"name": "Nightly export", "address": "203.0.113.9"}
   */
  details: Record<string, unknown>;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /**
   * When you marked the notification as read; null if you have not.
   * @example null
   */
  readAt: string | null;
}

export class NotificationPageResponse {
  items: NotificationResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last page.
   * @example null
   */
  nextCursor: string | null;
}

export function notificationResponse(notification: Notification): NotificationResponse {
  const { id, kind, subjectType, subjectId, details, createdAt, readAt } = notification;
  return {
    id,
    kind,
    subject: { type: subjectType, id: subjectId },
    details,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}
