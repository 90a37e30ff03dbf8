export { publicTexts, whyNoPublicData } from './public-texts.js';
