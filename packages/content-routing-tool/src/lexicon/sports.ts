import type { TypeLexicon } from './type-lexicon.js';

export const SPORTS: TypeLexicon = {
  type: 'sports',
  strong: [
    'touchdown(s)', 'quarterback', 'home run(s)', 'slam dunk', 'three pointer(s)', 'free throw(s)', 'hat trick',
    'penalty (kick|shootout|area|box)', 'offside', 'goalkeeper', 'midfielder(s)', 'striker(s)', 'defender(s)', 'halftime', 'half time',
    'full time', 'extra time', 'overtime', 'innings', 'inning', 'wicket(s)', 'batsman', 'bowler', 'premier league', 'champions league',
    'world cup', 'super bowl', 'world series', 'stanley cup', 'olympic(s)', 'grand slam', 'wimbledon', 'tour de france', 'formula (one|1)',
    'grand prix', 'pole position', 'pit stop', 'nba', 'nfl', 'mlb', 'nhl', 'uefa', 'fifa', 'la liga', 'bundesliga', 'serie a',
    'playoff(s)', 'semi final(s)', 'semifinal(s)', 'quarter final(s)', 'quarterfinal(s)', 'knockout (stage|round)', 'group stage',
    'relegation', 'promotion to the', 'transfer (window|fee)', 'head coach', 'coach', 'coaching staff', 'referee', 'umpire',
    'scored (the|a|twice|two|three|his|her|in|from|with)', 'goals', 'top scorer', 'match point(s)', 'break point(s)', 'set point(s)',
    'unseeded', 'seeded', 'backhand', 'forehand', 'serve and volley', 'rebounds', 'assists', 'clean sheet', 'equali(z|s)er',
    'winning goal', 'undefeated', 'knockout(s)', 'heavyweight', 'title fight', 'rounds', 'marathon', 'sprint(er|s)', 'relay', 'freestyle',
    'world record', 'gold medal', 'silver medal', 'bronze medal', 'home (crowd|side|team|win|game)', 'away (win|game|side|fans)',
    'league (table|title|leaders)', 'season opener', 'roster', 'draft pick', 'injury time', 'stoppage time', 'the visitors', 'touchline',
    'midfield', 'peloton', 'breakaway', 'slalom', 'hole in one', 'birdie', 'bogey', 'pga',
  ],
  plain: [
    'match(es)', 'game(s)', 'team(s)', 'player(s)', 'season', 'league', 'win(s|ning|)', 'won', 'lost', 'lose', 'defeat(ed|)', 'beat',
    'victory', 'draw', 'score(d|s|)', 'goal', 'points', 'final', 'finals', 'champion(s|ship)', 'title', 'tournament', 'cup', 'medal',
    'race', 'run', 'lap(s)', 'ball', 'pitch', 'court', 'field', 'stadium', 'arena', 'fans', 'crowd', 'half', 'first half', 'second half',
    'minute', 'minutes', "coach's", 'captain', 'squad', 'lineup', 'bench', 'injury', 'injured', 'training', 'club', 'clubs', 'football',
    'soccer', 'basketball', 'baseball', 'tennis', 'hockey', 'cricket', 'rugby', 'golf', 'boxing', 'swimming', 'cycling', 'athlete(s)',
    'defense', 'offense', 'shot(s)', 'pass', 'kick(ed)', 'catch', 'throw', 'hit', 'set', 'serve', 'ranked', 'ranking', 'record', 'debut',
    'lead', 'comeback', 'opponent(s)', 'rival(s)', 'rivals', 'ace(s)',
  ],
};
