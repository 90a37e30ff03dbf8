import { ANARCHIST } from './anarchist.js';
import { AUTHORITARIAN } from './authoritarian.js';
import { CAPITALIST } from './capitalist.js';
import { CENTRIST } from './centrist.js';
import { CONSERVATIVE } from './conservative.js';
import { ENVIRONMENTALIST } from './environmentalist.js';
import { GLOBALIST } from './globalist.js';
import { LIBERTARIAN } from './libertarian.js';
import { NATIONALIST } from './nationalist.js';
import { OTHER } from './other.js';
import { POPULIST } from './populist.js';
import { PROGRESSIVE } from './progressive.js';
import { RELIGIOUS } from './religious.js';
import { SECULAR } from './secular.js';
import { SOCIALIST } from './socialist.js';
import type { Standpoint, StandpointLexicon } from './standpoint-lexicon.js';
import { TECHNOCRATIC } from './technocratic.js';

/** The words of every standpoint. */
export const STANDPOINTS: readonly StandpointLexicon[] = [
  PROGRESSIVE,
  CONSERVATIVE,
  LIBERTARIAN,
  AUTHORITARIAN,
  TECHNOCRATIC,
  POPULIST,
  ANARCHIST,
  CENTRIST,
  SOCIALIST,
  CAPITALIST,
  ENVIRONMENTALIST,
  NATIONALIST,
  GLOBALIST,
  RELIGIOUS,
  SECULAR,
  OTHER,
];

/** The standpoints that answer each one, nearest first. */
export const OPPOSITES: Readonly<Record<Standpoint, readonly Standpoint[]>> = {
  progressive: ['conservative'],
  conservative: ['progressive'],
  libertarian: ['authoritarian', 'socialist'],
  authoritarian: ['libertarian', 'anarchist'],
  technocratic: ['populist'],
  populist: ['technocratic', 'globalist'],
  anarchist: ['authoritarian', 'centrist'],
  centrist: [],
  socialist: ['capitalist', 'libertarian'],
  capitalist: ['socialist', 'environmentalist'],
  environmentalist: ['capitalist'],
  nationalist: ['globalist'],
  globalist: ['nationalist', 'populist'],
  religious: ['secular'],
  secular: ['religious'],
  other: [],
};
