import type { StandpointLexicon } from './standpoint-lexicon.js';

/** Standpoints that are plain to see and have no type of their own. Each frame names the one it means. */
export const OTHER: StandpointLexicon = {
  standpoint: 'other',
  frames: [
    {
      shows: 'speaks for animals against their use by people',
      unmistakable: [
        'animal liberation', 'meat is murder', 'go vegan', 'speciesis(m|t|ts)', 'animals are not (ours|property|food|commodities)',
        'cruelty free world', 'end animal agriculture', 'friends not food', 'animal rights now', 'every cage is',
      ],
      telling: [
        'animal agriculture', 'factory farm(s|ing)', 'sentient beings', 'carnis(m|t|ts)', 'vivisection',
      ],
      hints: [
        'animal rights', 'animal cruelty', 'slaughterhouse(s)', 'vegan(s|ism)', 'plant based',
      ],
    },
    {
      shows: 'rejects war and arms altogether',
      unmistakable: [
        'war is never the answer', 'no more war(s)', 'make love not war', 'swords into ploughshares', 'all war is', 'ban the bomb',
        'books not bombs', 'give peace a chance',
      ],
      telling: [
        'warmonger(s|ing)', 'military industrial complex', 'non violent resistance', 'arms dealers', 'endless wars',
        'conscientious objector(s)', 'pacifis(m|t|ts)',
      ],
      hints: [
        'disarmament', 'nonviolence', 'nonviolent', 'anti war', 'peace movement',
      ],
    },
    {
      shows: 'upholds the crown',
      unmistakable: [
        'god save the (king|queen)', 'long live the (king|queen)', 'divine right of kings', 'restore the (monarchy|crown|throne)',
        'rightful (king|queen|heir to the throne)',
      ],
      telling: [
        'loyal subjects', 'royal dignity', 'monarchis(m|t|ts)',
      ],
      hints: [
        'the crown', 'hereditary', 'his majesty', 'her majesty', 'the throne', 'the monarchy',
      ],
    },
    {
      shows: 'expects technology to carry humanity beyond its limits',
      unmistakable: [
        'mind uploading', 'cure (aging|ageing|death)', 'effective accelerationis(m|t|ts)', 'techno optimis(m|t|ts)',
      ],
      telling: [
        'posthuman', 'radical life extension', 'cryonics', 'abundance agenda', 'accelerate progress', 'transhumanis(m|t|ts)',
        'the singularity', 'e acc', 'longtermis(m|t|ts)',
      ],
      hints: [
        'superintelligence', 'human enhancement', 'existential risk',
      ],
    },
    {
      shows: 'explains events by a hidden plot',
      unmistakable: [
        'crisis actor(s)', 'chemtrail(s)', 'plandemic', 'scamdemic', 'the earth is flat', 'lizard people', 'depopulation agenda',
        'wwg1wga',
      ],
      telling: [
        'the official (story|narrative)', 'sheeple', 'crisis was staged', 'bioweapon', 'new world order', 'false flag', 'qanon',
        'illuminati', 'flat earth(er|ers|)',
      ],
      hints: [
        'do your own research', 'big pharma', 'wake up', 'cabal', 'microchip(s|ped)', 'hoax', 'cover up', 'open your eyes', 'reptilian(s)',
        'mind control',
      ],
    },
    {
      shows: 'speaks for a people under foreign or settler rule',
      unmistakable: [
        'land back', 'decoloni(z|s)e (our|the)', 'stolen land', 'anti colonial', 'free tibet', 'anti imperialist struggle',
        'colonial (oppression|occupiers|yoke)',
      ],
      telling: [
        'coloni(z|s)ers', 'our ancestral land(s)', 'native lands', 'liberation struggle', 'pan african(ism|ist)', 'self determination',
        'indigenous sovereignty',
      ],
      hints: [
        'coloni(z|s)ation', 'indigenous (people|peoples|rights)', 'occupied territory', 'occupiers', 'reparations', 'first nations',
      ],
    },
  ],
};
