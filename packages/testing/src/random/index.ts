export { createRandom } from './create-random.js';
export { wordSalad } from './word-salad.js';
