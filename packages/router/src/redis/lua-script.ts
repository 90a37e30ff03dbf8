import { nodeCrypto } from '../built-in.js';

/** A Lua program that runs on the server as one indivisible command. */
export interface LuaScript {
  /** For people and metrics. */
  readonly name: string;
  /** The text, which begins with a header of its KEYS, ARGV and reply. */
  readonly lua: string;
}

/** SHA-1 of each script text, by which EVALSHA names it. Scripts are constants of this package: the cache stays small. */
export function createScriptHashes(): (script: LuaScript) => string {
  const hashes = new WeakMap<LuaScript, string>();
  return (script) => {
    let hash = hashes.get(script);
    if (hash === undefined) {
      hash = nodeCrypto().createHash('sha1').update(script.lua).digest('hex');
      hashes.set(script, hash);
    }
    return hash;
  };
}
