/** Of the headers by which a client can say who or where it is, or what it asks for, those that APIs believe most often. */
export const CLAIMS = [
  ...['X-HTTP-Method', 'X-HTTP-Method-Override', 'X-Method-Override', 'X-Original-URL', 'X-Rewrite-URL'],
  ...['Forwarded', 'X-Forwarded-Host', 'X-Forwarded-User', 'X-Real-IP', 'X-Client-IP', 'Client-IP', 'True-Client-IP'],
  ...['CF-Connecting-IP', 'Remote-User', 'X-Remote-User', 'Proxy'],
];
