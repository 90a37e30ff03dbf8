/** Wording of unwanted advertising, with its weight in points. Patterns of `createPhraseIndex`. */
export const SPAM: readonly { readonly points: number; readonly phrases: readonly string[] }[] = [
  {
    // One is enough to doubt a short message.
    points: 2,
    phrases: [
      'buy now', 'order now', 'act now', 'click here', 'click (the|this|my) link', 'click (the |)link (below|in bio)', 'link in (my |)bio', 'free nitro', 'nitro (gift|giveaway|for free)', 'steam gift', 'claim your (prize|reward|gift|free|bonus)',
      'free (gift card|gift cards|robux|v bucks|vbucks|money|iphone|crypto|bitcoin|followers|skins)', 'you (have |)(won|been selected|been chosen)', 'congratulations you', 'limited time (offer|only|deal)', 'offer (ends|expires)', 'while supplies last', 'satisfaction guaranteed', 'money back guarantee', 
      'no credit card', '100 free', 'double your (money|bitcoin|crypto|investment|income)', 'make money (fast|online|from home|now)', 'earn (money|cash|up to)', 'get rich (quick|fast)', 'guaranteed (profit|profits|returns|income|results)', 'crypto (giveaway|signals|pump)', 'pump group',
      'dm me (for|to|if|now)', '(dm|text|message|whatsapp|telegram|contact) me (for|to|if|now|on)', 'join (my|our) (telegram|whatsapp|discord|server|channel)', 'join now', 'sign up now', 'subscribe now', 'subscribe to my (channel|youtube|onlyfans|newsletter)', 'smash that (like|subscribe)', 'follow (me |)for follow', 'follow back', 'sub (for|4) sub', 'check out my (channel|profile|page|store|shop|onlyfans|stream|soundcloud)', 'use (my |)(code|promo code|discount code|coupon)', 'promo code', 'discount code', 'coupon code',
      'lose weight (fast|now)', 'weight loss (pills|secret)', 'miracle (cure|pill|diet)', 'doctors hate', 'this one (weird |simple )trick', 'hot singles', 'singles in your area', 'adult (content|dating|cams)', 'only fans', 'onlyfans', 'cheap (viagra|cialis|meds|followers|rolex)', 'viagra', 'cialis', 'online (casino|pharmacy)', 'casino bonus', 'free spins', 'bet now', 'payday loan(s)', 'consolidate (your |)debt', 'best price(s) guaranteed', 'replica watches', 'seo services', 'buy (followers|likes|views|subscribers)',
      'verify your account', 'your account (will be|has been) (suspended|limited|locked|closed)', 'nigerian prince', 'dear (friend|beneficiary|customer|sir madam)', 'seed phrase', 'wallet connect', 'whitelist spot', 'mint now', 
    ],
  },
  {
    // Shops and friends say these too.
    points: 0.7,
    phrases: ['work from home', 'free', 'discount', 'sale', 'offer', 'deal(s)', 'bonus', 'prize', 'winner', 'giveaway', 'cash', 'guaranteed', 'cheap', 'hurry', 'subscribe', 'promo', 'exclusive', 'limited', 'instantly', 'bitcoin', 'crypto', 'nft(s)', 'investment opportunity', 'trusted', 'legit', 'earn', 'click', 'casino', 'betting', 'loan', 'followers', 'shipping', 'order today', 'today only', 'per day', 'per week'],
  },
];
