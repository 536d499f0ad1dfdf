// The package with the addon for this platform. Each is required by a line of its own, for bundlers and for those who trace files: they
// read what is required as it stands, and let it be missing directly within a `try`. The names are those of scripts/platforms.json.

type Required = { binding: unknown } | { error: unknown };

const addons = {
  'linux-x64-gnu': (): Required => {
    try {
      return { binding: require('@tidemark/linux-x64-gnu') };
    } catch (error) {
      return { error };
    }
  },
  'linux-arm64-gnu': (): Required => {
    try {
      return { binding: require('@tidemark/linux-arm64-gnu') };
    } catch (error) {
      return { error };
    }
  },
  'darwin-x64': (): Required => {
    try {
      return { binding: require('@tidemark/darwin-x64') };
    } catch (error) {
      return { error };
    }
  },
  'darwin-arm64': (): Required => {
    try {
      return { binding: require('@tidemark/darwin-arm64') };
    } catch (error) {
      return { error };
    }
  },
  'win32-x64': (): Required => {
    try {
      return { binding: require('@tidemark/win32-x64') };
    } catch (error) {
      return { error };
    }
  },
  'win32-arm64': (): Required => {
    try {
      return { binding: require('@tidemark/win32-arm64') };
    } catch (error) {
      return { error };
    }
  },
};

/** A platform for which there is an addon. */
export type Platform = keyof typeof addons;

export const platforms = Object.keys(addons) as Platform[];

export const packageOf = (platform: Platform): string => `@tidemark/${platform}`;

/** Returns the platform that a process runs on, if it has an addon. */
export function platformOf(os: string, cpu: string): Platform | undefined {
  const name = os === 'linux' ? `${os}-${cpu}-gnu` : `${os}-${cpu}`;
  return platforms.find((platform) => platform === name);
}

/** Returns what the package of a platform exports, or the error for which it does not. */
export const requirePackage = (platform: Platform): Required => addons[platform]();
