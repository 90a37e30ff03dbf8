export { createDice, type Dice } from './create-dice.js';
export { createRandom } from './create-random.js';
export { wordSalad } from './word-salad.js';
