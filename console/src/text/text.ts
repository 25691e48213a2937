/** Every word the console shows. A translation is another object of the same shape. */
import { admin } from './admin';
import { applications } from './applications';
import { general } from './general';
import { home } from './home';
import { siteTokenViews } from './site-token-views';
import { notifications } from './notifications';
import { profile } from './profile';
import { session } from './session';
import { tokens } from './tokens';

export const text = {
  ...general,
  session,
  profile,
  tokens,
  applications,
  admin,
  home,
  siteTokenViews,
  notifications,
};
