import type { StandpointLexicon } from './standpoint-lexicon.js';

export const ENVIRONMENTALIST: StandpointLexicon = {
  standpoint: 'environmentalist',
  frames: [
    {
      shows: 'treats climate and nature as an emergency that comes first',
      unmistakable: [
        'climate (emergency|catastrophe|breakdown|collapse|strike|chaos)', 'planetary (emergency|boundaries)',
        'our (planet|house) is (burning|dying|on fire)', 'there is no planet b', 'no planet b', 'sixth (mass |)extinction', 'ecocide',
        'leave it in the ground', 'keep it in the ground', 'save the (planet|earth|rainforest|rainforests|bees|whales)',
        'mother (earth|nature) is (dying|crying|suffering)', 'rights of nature', 'uninhabitable earth',
        'poisoning (our|the) (planet|rivers|water|air|soil)', 'destroying (our|the) planet', 'killing (our|the) planet', 'dying planet',
      ],
      telling: [
        'climate crisis', 'ecological (crisis|collapse|breakdown|disaster|limits|justice)', 'mass extinction',
        'fossil fuel (industry|companies|lobby|giants|subsidies)', 'for our (children|grandchildren) and (the planet|their children)',
        'biodiversity (loss|crisis|collapse)', 'rewild(ing)', 'mother earth', 'web of life', 'living planet', 'overconsumption',
        'planet over profit', 'one and a half degrees', 'global heating', 'renewables now', 'green transition', 'just transition',
        'extinction rebellion', 'fridays for future', 'end to fossil',
        'owe (our|it to our|to our) (children|grandchildren)', 'living (oceans|soil|rivers)', 'warming (planet|world|seas|oceans)',
        'the natural world', 'clean air and (clean |)water', 'oil companies (knew|lied|have|are|must|profit|still)',
        'melting (ice|glaciers)', 'dying (reefs|forests|oceans|rivers|bees)', 'burning forests',
        'the (oceans|forests|rivers|reefs|glaciers|bees|insects) are (dying|burning|warming|melting|disappearing|vanishing|gone)',
        'climate justice',
      ],
      hints: [
        'climate action', 'tipping point(s)', 'net zero', 'zero carbon', 'carbon (footprint|neutral|neutrality|budget)', 'fossil fuels',
        'greenhouse gas (emissions|pollution)', 'our (only |)(home|planet)', 'future generations', 'deforestation',
        'habitat (loss|destruction)', 'mother nature', 'gaia', 'endangered species', 'plastic pollution', 'microplastics', 'consumerism',
        'oil companies', 'reefs', 'coral', 'glaciers', 'oceans', 'rivers', 'forests', 'species', 'wildlife', 'rainforest(s)', 'emissions',
        'grandchildren', 'climate', 'warming', 'pollution', 'nature', 'the planet', 'earth', 'carbon', 'the climate', 'bees',
        'fossil fuel', 'coal', 'oil',
      ],
    },
    {
      shows: 'calls for a green way of living and producing',
      unmistakable: [
        'degrowth', 'end fossil fuels', 'phase out (fossil fuels|coal|oil|oil and gas)', '(ban|stop) fracking', 'divest from fossil fuels',
        'live in harmony with nature', 'harmony with nature', 'stewards of the (earth|planet)', 'plant based future',
      ],
      telling: [
        'sustainable (living|development|future|farming)', 'permaculture', 'public transport instead of cars', 'reduce reuse recycle',
        'factory farming', 'old growth forest(s)',
        'protect (nature|wildlife|the environment|our environment|our forests|our oceans|our rivers)',
        'environmental (protection|destruction|activism|justice|regulations)',
        'ecological(ly) (sustainable|civilization|consciousness)', 'regenerative (agriculture|farming|economy)', 'green new deal',
        'zero waste',
      ],
      hints: [
        'sustainab(le|ility|ly)', 'renewable energy', 'renewables', 'clean energy', 'solar and wind', 'wind and solar', 'circular economy',
        'carbon (tax|pricing)', 'organic farming', 'conservation', 'ecosystem(s)', 'eco friendly',
        'environmentally (friendly|conscious|responsible)', 'car free', 'pesticides', 'wilderness', 'green jobs', 'single use plastic(s)',
      ],
    },
    {
      shows: 'names polluters and doubters in hostile terms',
      against: 'capitalist',
      unmistakable: [
        'climate (criminal|criminals|denier|deniers|denial|denialism|denialists)', 'planet (killers|wreckers|destroyers)', 'earth rapers',
      ],
      telling: [
        'greenwash(ing|ed|)', 'big (oil|coal|ag|polluters)', 'dirty (energy|coal|oil)', 'oil (barons|lobby|giants)', 'fossil fools',
        'carbon bombs', 'make polluters pay', 'corporate polluters', 'frackers',
      ],
      hints: [
        'polluter(s)', 'toxic (waste|pollution|chemicals)', 'gas guzzl(ers|ing)',
      ],
    },
    {
      shows: 'speaks as an environmentalist',
      unmistakable: [
        "(as|i am|i'm) an (environmentalist|ecologist|environmental activist|climate activist)",
        "(as|i am|i'm) a (conservationist|climate activist)", 'we (environmentalists|climate activists)',
      ],
    },
  ],
};
