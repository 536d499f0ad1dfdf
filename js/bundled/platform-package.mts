// What js/backend/platform-package.ts is in a bundle: it cannot hold an addon, but one may be installed where the bundle runs.
import { ownRequire } from './own-require.mjs';

export const platforms = [
  'linux-x64-gnu',
  'linux-arm64-gnu',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
] as const;

type Platform = (typeof platforms)[number];

export const packageOf = (platform: Platform): string => `@tidemark/${platform}`;

export function platformOf(os: string, cpu: string): Platform | undefined {
  const name = os === 'linux' ? `${os}-${cpu}-gnu` : `${os}-${cpu}`;
  return platforms.find((platform) => platform === name);
}

export function requirePackage(platform: Platform): { binding: unknown } | { error: unknown } {
  try {
    return { binding: ownRequire()?.(packageOf(platform)) };
  } catch (error) {
    return { error };
  }
}
