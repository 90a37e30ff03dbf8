import type { TypeLexicon } from './type-lexicon.js';

export const SCIENTIFIC: TypeLexicon = {
  type: 'scientific',
  strong: [
    'et al', 'peer reviewed', 'statistically significant', 'p value', 'confidence interval', 'control group', 'randomi(z|s)ed',
    'double blind', 'placebo', 'clinical trial(s)', 'meta analysis', 'systematic review', 'hypothesis', 'hypotheses',
    'the (study|authors|researchers|results|findings|data) (found|show|shows|showed|suggest|suggests|indicate|indicates|demonstrate|reveal|report|conclude|concluded)',
    'researchers (found|at|from|have|say|discovered|developed)', 'scientists (have|found|at|from|say|discovered|believe)',
    'we (measured|found that|hypothesize|hypothesise|propose|observed|analyzed|analysed|examined|investigated|sampled)', 'in vitro', 'in vivo',
    'cohort', 'participants (were|in|who|completed)', 'sample size', 'n (=|equals)', 'standard deviation', 'regression (analysis|model)',
    'correlation (coefficient|between)', 'genome', 'gene expression', 'dna', 'rna', 'mrna', 'protein(s)', 'enzyme(s)', 'molecule(s)',
    'molecular', 'antibod(y|ies)', 'pathogen(s)', 'virus(es)', 'bacteria(l|)', 'neuron(s|al|)', 'cortex', 'galaxy', 'galaxies',
    'exoplanet(s)', 'black hole(s)', 'telescope', 'quantum', 'photon(s)', 'electron(s)', 'particle (physics|accelerator)', 'gravitational',
    'isotope(s)', 'catalyst', 'chemical (reaction|reactions|compound)', 'spectroscopy', 'fossil(s) (record|remains|found)', 'species of',
    'ecosystem(s)', 'photosynthetic', 'climate model(s)', 'co2 concentrations', 'greenhouse gas(es)', 'sea level rise',
    'epidemiolog(y|ical|ist|ists)', 'mortality rate', 'efficacy', 'dose(s) of', 'in mice', 'journal (nature|science|of)',
    'published in (nature|science|the journal|the lancet|plos|cell)', 'abstract', 'methodology', 'astrophysic(s|al)', 'neuroscience',
    'biolog(y|ical|ist|ists)', 'chemist(ry|s)', 'physic(s|ist|ists)', 'tumor(s)', 'carcinoma', 'plasma', 'clinical',
  ],
  plain: [
    'study', 'studies', 'research(ers|er|)', 'scientist(s)', 'science', 'scientific', 'experiment(s|al)', 'data', 'results', 'findings',
    'evidence', 'analysis', 'sample(s)', 'measured', 'measurement(s)', 'method(s)', 'model(s)', 'theory', 'observed', 'observation(s)',
    'effect(s)', 'significant(ly|)', 'increase(d|s)', 'decrease(d|s)', 'rate(s)', 'risk', 'level(s)', 'association', 'associated with',
    'factor(s)', 'population', 'patients', 'treatment', 'disease', 'infection', 'cancer', 'vaccine(s)', 'cell(s)', 'brain', 'blood',
    'immune', 'drug(s)', 'medicine', 'medical', 'temperature(s)', 'energy', 'carbon', 'atmosphere', 'ocean(s)', 'warming', 'climate',
    'species', 'evolution', 'animal(s)', 'mice', 'planet(s)', 'star(s)', 'orbit', 'laboratory', 'lab', 'university', 'journal', 'paper',
    'published', 'percent', 'average', 'degrees', 'mechanism', 'reaction', 'surface', 'water', 'concentrations', 'radiation', 'volume',
    'mass', 'velocity', 'participants',
  ],
};
