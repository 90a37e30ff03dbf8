import type { TypeLexicon } from './type-lexicon.js';

export const ENTERTAINMENT: TypeLexicon = {
  type: 'entertainment',
  strong: [
    'box office', 'season (finale|premiere|one|two|three|1|2|3|4)', '(series|season) finale', 'plot twist', 'spoiler(s| alert)',
    'soundtrack', "director's cut", 'rotten tomatoes', 'netflix', 'disney plus', 'marvel', 'star wars', 'anime', 'manga', 'k pop',
    'billboard (hot 100|chart|charts)', 'grammy(s)', 'oscar(s)', 'emmy(s)', 'red carpet', 'celebrity', 'celebrities', 'blockbuster',
    'rom com', 'sitcom', 'stand up (comedy|special)', 'trailer', 'album', 'debut album', 'new single', 'lyrics', 'chorus', 'concert',
    'world tour', 'music video', 'remix', 'fanbase', 'fan fiction', 'cosplay', 'gameplay', 'speedrun', 'dlc', 'boss fight', 'final boss',
    'side quest(s)', 'playthrough', "let's play", 'twitch stream', 'streamer(s)', 'easter egg(s)', 'cliffhanger',
    'binge (watch|watched|watching|)', 'protagonist', 'villain', 'character arc', 'screenplay', 'cinematography', 'broadway', 'musical',
    'pop star', 'rapper', 'boy band', 'playlist', 'meme(s)', 'podcast episode', 'reality (show|tv)', 'talk show', 'game of thrones',
    'harry potter', 'lord of the rings', 'zelda', 'mario', 'minecraft', 'fortnite', 'pokemon', 'dungeons and dragons', 'hollywood',
    'bollywood',
  ],
  plain: [
    'movie(s)', 'film(s)', 'show(s)', 'episode(s)', 'season', 'series', 'actor(s)', 'actress(es)', 'director', 'cast', 'scene(s)',
    'character(s)', 'plot', 'story', 'comedy', 'drama', 'horror', 'thriller', 'action', 'sequel', 'prequel', 'remake', 'reboot', 'song(s)',
    'singer', 'band', 'music', 'guitar', 'drummer', 'dance', 'dancing', 'dj', 'tour', 'fans', 'fan', 'hit', 'performance', 'theater',
    'theatre', 'stage', 'audience', 'game(s)', 'gamer(s)', 'gaming', 'level', 'playstation', 'xbox', 'nintendo', 'console', 'graphics',
    'quest', 'multiplayer', 'player one', 'funny', 'hilarious', 'joke(s)', 'laugh(ed|ing|)', 'entertain(ing|ment|)', 'watch(ed|ing|)',
    'stream(ing|ed)', 'tv', 'television', 'cinema', 'screen', 'premiere', 'released', 'animated', 'animation', 'cartoon', 'comic(s)',
    'superhero', 'hero', 'magic', 'novel', 'fantasy', 'sci fi', 'baby', 'tonight', 'dream', 'heart', 'love', 'party',
  ],
};
