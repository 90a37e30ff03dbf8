/** What deployments for all other requests are tagged with. */
const DEFAULT_TAG = 'default';

interface Tagged {
  readonly config: { readonly tags: readonly string[] };
}

/**
 * The deployments that a request's tags allow: those with any of the plain tags, all
 * of the `&` ones and none of the `!` ones; where plain tags match nothing, those
 * tagged `default`. Without tags: those tagged `default`, if there are any.
 */
export function matchingTags<T extends Tagged>(deployments: readonly T[], tags: readonly string[] = []): readonly T[] {
  const excluded = tags.filter((tag) => tag.startsWith('!')).map((tag) => tag.slice(1));
  const required = tags.filter((tag) => tag.startsWith('&')).map((tag) => tag.slice(1));
  const wanted = tags.filter((tag) => !tag.startsWith('!') && !tag.startsWith('&'));

  const allowed =
    excluded.length === 0 && required.length === 0
      ? deployments
      : deployments.filter(({ config }) => !excluded.some((tag) => config.tags.includes(tag)) && required.every((tag) => config.tags.includes(tag)));
  if (wanted.length > 0) {
    const matching = allowed.filter(({ config }) => wanted.some((tag) => config.tags.includes(tag)));
    return matching.length > 0 ? matching : allowed.filter(isDefault);
  }
  if (required.length > 0) return allowed;
  const defaults = allowed.filter(isDefault);
  return defaults.length > 0 ? defaults : allowed;
}

function isDefault({ config }: Tagged): boolean {
  return config.tags.includes(DEFAULT_TAG);
}
