/** Returns the path that an address has as a file, without the ending of HTML: `example.com/a` for `https://example.com/a.html`. */
export function nameOfUrl(address: string): string {
  if (!URL.canParse(address)) return decoded(address);
  const { host, pathname, search } = new URL(address);
  const path = pathname.split('/').map(decoded).join('/');
  const whole = path.endsWith('/') ? `${path}index` : path.replace(/\.(?:x?html?|xht|shtml)$/i, '');
  return `${host}${whole.startsWith('/') ? '' : '/'}${whole}${decoded(search)}`;
}

// A slash that is not one between names is no such one here either.
function decoded(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('/', '%2F');
  } catch {
    return name.replaceAll('/', '%2F');
  }
}
