import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is: what CHROMIUM says, or where systems put it. */
export const chromiumPath: string | undefined = [process.env['CHROMIUM'] ?? '', ...places].find(existsSync);
