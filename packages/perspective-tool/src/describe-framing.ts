import type { PerspectiveType } from '@discord-intelligence/response-models';

import type { Balance } from './balance.js';
import { distinctWords, framesOf } from './describe-standpoint.js';
import type { SlantKind } from './lexicon/slant.js';
import { joinList, quoteList, wordsOf } from './quote.js';
import type { WeighedStandpoint } from './weigh-standpoints.js';
import type { Wording } from './wording.js';

/** What the text was found to be, to be put in words. */
export interface Findings {
  readonly wording: Wording;
  /** The standpoints the text speaks from, the strongest first. */
  readonly shown: readonly WeighedStandpoint[];
  /** All standpoints the wording touches. */
  readonly weighed: readonly WeighedStandpoint[];
  readonly dominant: PerspectiveType | null;
  readonly omitted: readonly PerspectiveType[];
  readonly bias: number;
  readonly balance: Balance;
}

/** The model takes 3000 UTF-16 code units; what does not fit is left out by whole sentences, the weakest standpoints first. */
const LONGEST_FRAMING = 2_900;

const SLANT_NAMES: Readonly<Record<SlantKind, string>> = {
  'name-calling': 'name-calling',
  loaded: 'loaded words',
  'us-versus-them': 'us-versus-them wording',
  absolutes: 'absolutes',
  intensifiers: 'intensifiers',
  'rhetorical question': 'rhetorical questions',
};

/** Says how the text frames its subject, from what was found and nothing else. */
export function describeFraming(findings: Findings): string {
  const parts = [leadSentence(findings), reportSentence(findings), slantSentence(findings.wording), ...alsoSentences(findings)];
  let framing = '';
  for (const part of parts) {
    if (part !== '' && framing.length + part.length < LONGEST_FRAMING) framing += framing === '' ? part : ` ${part}`;
  }
  return framing;
}

/** Says how the text could be fairer; empty when nothing was found that calls for it. */
export function recommend({ wording, shown, omitted, dominant, bias }: Findings): string[] {
  const advice: string[] = [];
  const names = slantWords(wording, 'name-calling');
  const labels = distinctWords(wording, shown.flatMap(({ findings }) => findings.filter(({ cue }) => cue.frame.against !== undefined)));
  const attacks = [...new Set([...names, ...labels])].slice(0, 4);
  if (attacks.length > 0) advice.push(`Answer what the other side says and leave out labels such as ${quoteList(attacks)}.`);
  const loaded = slantWords(wording, 'loaded').slice(0, 4);
  if (loaded.length > 0) advice.push(`Say what happened in plain words in place of ${quoteList(loaded)}.`);
  const camps = slantWords(wording, 'us-versus-them').slice(0, 3);
  if (camps.length > 0) advice.push(`Name the people who are meant by ${quoteList(camps)} and what they did.`);
  const absolutes = slantWords(wording, 'absolutes').slice(0, 3);
  if (absolutes.length > 0 && bias >= 0.2) advice.push(`Check whether ${quoteList(absolutes)} ${absolutes.length === 1 ? 'holds' : 'hold'} without exception.`);
  const questions = wording.slant.get('rhetorical question')?.count ?? 0;
  if (questions > 0) advice.push(`State the claim behind ${questions === 1 ? 'the rhetorical question' : `the ${questions} rhetorical questions`} and give the reason for it.`);
  if (omitted.length > 0) advice.push(`Set out how the matter looks from the ${joinList([...omitted])} side.`);
  if (dominant !== null && dominant !== 'neutral' && wording.attributions === 0) advice.push('Name a source for the claims that the standpoint rests on: no sentence names one.');
  return advice.slice(0, 10);
}

function leadSentence({ wording, shown, dominant }: Findings): string {
  const [first] = shown;
  if (first === undefined) {
    return dominant === 'neutral'
      ? `The text reports rather than argues: ${count(wording.attributions, 'statement')} with a named speaker, and no standpoint shows in its own wording.`
      : 'No standpoint shows in the wording of the text.';
  }
  const opening =
    dominant === null ? 'No standpoint leads. The strongest' : `The text speaks mainly from ${withArticle(first.standpoint)} standpoint, which`;
  return dominant === null ? `${opening} is ${first.standpoint}: it ${framing(wording, first)}.` : `${opening} ${framing(wording, first)}.`;
}

function alsoSentences({ wording, shown }: Findings): string[] {
  return shown.slice(1, 5).map((weighed) => `The ${weighed.standpoint} standpoint shows as well: it ${framing(wording, weighed)}.`);
}

/** Frames in the words of the text: `treats taxes as a burden ("death tax") and …`. */
function framing(wording: Wording, { findings }: WeighedStandpoint): string {
  return joinList(framesOf(findings).slice(0, 4).map(([frame, cues]) => `${frame.shows} (${quoteList(distinctWords(wording, cues).slice(0, 3))})`));
}

function reportSentence({ wording, weighed, balance }: Findings): string {
  const { sources, attributions, contrasts, camps } = wording;
  const parts: string[] = [];
  const voiced = weighed.filter(({ reported, isShown }) => reported >= 1 && !isShown).slice(0, 4);
  if (voiced.length > 0) parts.push(`it puts ${joinList(voiced.map(({ standpoint }) => standpoint))} wording in the mouths of others`);
  if ((camps.for > 0 && camps.against > 0) || (camps.left > 0 && camps.right > 0)) parts.push('it gives both camps a voice');
  else if (balance.evenness > 0.5) parts.push('it uses the words of opposed sides');
  if (sources > 1) parts.push(`it names ${sources} speakers in ${count(attributions, 'statement')}`);
  if (contrasts > 0) parts.push(`it turns to another side ${contrasts === 1 ? 'once' : `${contrasts} times`}`);
  return parts.length === 0 ? '' : `${capital(joinList(parts))}.`;
}

function slantSentence(wording: Wording): string {
  const kinds = [...wording.slant].sort(([, one], [, other]) => other.count - one.count);
  if (kinds.length === 0) return '';
  const parts = kinds.map(([kind]) => `${SLANT_NAMES[kind]} (${quoteList(slantWords(wording, kind).slice(0, 3))})`);
  return `The wording slants by ${joinList(parts)}.`;
}

/** Exact words of one kind of slant, each once. */
function slantWords(wording: Wording, kind: SlantKind): string[] {
  return [...new Map((wording.slant.get(kind)?.examples ?? []).map((passage) => [wordsOf(wording, passage).toLowerCase(), wordsOf(wording, passage)])).values()];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Every standpoint is written as it is spoken, so its first letter settles the article. */
function withArticle(standpoint: string): string {
  return `${/^[aeiou]/.test(standpoint) ? 'an' : 'a'} ${standpoint}`;
}
