/** Query parameters that hold a grant although their names do not say so. */
const GRANTS = new Set(['key', 'sig', 'code', 'state', 'x-amz-signature', 'x-amz-credential', 'x-amz-security-token', 'x-goog-signature']);

/**
 * Takes user names, passwords and the values of sensitive query parameters out of a URL or a query string, without
 * parsing it: what is no valid URL is cleaned as well.
 *
 * @param replace Gives what stands for the value of the parameter of a name.
 * @param isSensitive Whether the name of a parameter says that its value is a secret.
 */
export function scrubUrl(url: string, replace: (name: string) => string, isSensitive: (name: string) => boolean): string {
  const withoutUser = dropUserInfo(url, replace);
  const start = withoutUser.indexOf('?');
  const isBareQuery = start === -1 && !withoutUser.includes('/') && withoutUser.includes('=');
  if (start === -1 && !isBareQuery) return withoutUser;
  const queryStart = start + 1;
  const hash = withoutUser.indexOf('#', queryStart);
  const query = withoutUser.slice(queryStart, hash === -1 ? undefined : hash);
  const cleaned = query
    .split('&')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals === -1) return pair;
      const name = decode(pair.slice(0, equals));
      return GRANTS.has(name.toLowerCase()) || isSensitive(name) ? `${pair.slice(0, equals)}=${replace(name)}` : pair;
    })
    .join('&');
  if (cleaned === query) return withoutUser;
  return withoutUser.slice(0, queryStart) + cleaned + (hash === -1 ? '' : withoutUser.slice(hash));
}

function dropUserInfo(url: string, replace: (name: string) => string): string {
  const start = url.indexOf('://');
  if (start === -1) return url;
  const from = start + 3;
  let end = url.length;
  for (let index = from; index < url.length; index++) {
    const character = url[index];
    if (character === '/' || character === '?' || character === '#') {
      end = index;
      break;
    }
  }
  const at = url.lastIndexOf('@', end - 1);
  return at < from ? url : `${url.slice(0, from)}${replace('userinfo')}@${url.slice(at + 1)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.slice(0, 256));
  } catch {
    return text;
  }
}
