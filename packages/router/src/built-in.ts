import { once } from './once.js';

/**
 * `node:crypto`, loaded by the first use: nothing is hashed while this package is imported, and loading
 * it takes a good part of that time. `process.getBuiltinModule` is Node's synchronous way to do so.
 */
export const nodeCrypto = once(() => process.getBuiltinModule('node:crypto'));

/** `node:fs`; see {@link nodeCrypto}. */
export const nodeFs = once(() => process.getBuiltinModule('node:fs'));

/** `node:stream`; see {@link nodeCrypto}. */
export const nodeStream = once(() => process.getBuiltinModule('node:stream'));

/** `node:zlib`; see {@link nodeCrypto}. */
export const nodeZlib = once(() => process.getBuiltinModule('node:zlib'));
