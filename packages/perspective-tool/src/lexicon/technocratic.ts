import type { StandpointLexicon } from './standpoint-lexicon.js';

export const TECHNOCRATIC: StandpointLexicon = {
  standpoint: 'technocratic',
  frames: [
    {
      shows: 'puts evidence and measurement above opinion in policy',
      unmistakable: [
        'evidence based (policy|policies|policymaking|policy making|governance|reform|reforms|interventions)',
        'data driven (policy|policies|policymaking|government|governance|decisions|decision making)', 'follow the (science|data|evidence)',
        'what works not ideology', 'policy levers', 'policy should be (guided|set|made) by (experts|evidence|data|science)',
        'science based (policy|policies)',
      ],
      telling: [
        'evidence based', 'measurable (outcomes|targets|results)', 'outcome metrics',
        'pilot (program|programme|programs|programmes|scheme)', 'impact (assessment|evaluation)',
        'optimal (policy|policies|allocation|tax)', 'peer reviewed (evidence|research|studies)',
        'empirical(ly|) (evidence|validated|tested)', 'rigorous (evaluation|evidence|analysis)', 'modelling shows', 'scenario modelling',
        'incentive(s) structure', 'align incentives', 'market failure(s)', 'marginal (cost|benefit|abatement cost)',
        'policy (instruments|design|makers should)', 'implementation capacity', 'smart (city|cities|regulation)',
        'cost benefit analys(is|es)', 'randomi(z|s)ed (policy|field) (trials|experiments)', 'regulatory impact assessment',
        'quality adjusted life years', 'evidence informed', 'based on evidence', 'the (data|evidence) (shows|suggests|supports|say|says)',
        'data not', 'quantif(y|ied|iable)', 'statistical(ly) (significant|model|models|modelling)', 'forecast(ing) models',
        'systematic review(s)', 'efficient(ly|) (allocate|allocated|administration|government)', 'performance (targets|measures|data)',
        'monitoring and evaluation', 'problem solving', 'policy (analysis|analysts|evaluation|research|experiments)',
      ],
      hints: [
        'data driven', 'cost effective(ness)', 'best practice(s)', 'key performance indicators', 'metrics', 'benchmark(ing|s)',
        'optimi(z|s)e', 'optimi(z|s)ation', 'efficien(cy|t) (gains|allocation)', 'randomi(z|s)ed controlled trial(s)', 'empirically',
        'models show', 'externalit(y|ies)', 'stakeholder (engagement|consultation)', 'digital transformation', 'systems thinking',
        'nudge(s)', 'evidence', 'data', 'outcomes', 'measured', 'targets', 'analysis', 'efficient', 'efficiency', 'model(s)', 'indicators',
        'research', 'assessment', 'technical', 'engineers', 'scientists', 'statistics', 'pilot',
      ],
    },
    {
      shows: 'would leave decisions to those with the expertise',
      unmistakable: [
        'leave it to the experts', 'listen to the experts', 'trust the (experts|science)', 'experts should (decide|run|set|lead)',
        'rule by experts', 'governed by experts', 'technocratic (government|solution|approach) (is|would|works)',
        'run by (engineers|scientists|experts)', 'depolitici(z|s)e', 'politics out of (monetary|health|science|energy)',
        '(non political|nonpolitical) experts',
      ],
      telling: [
        'expert (consensus|panel|advice|commission|body|bodies|committee|judgement|judgment)',
        'scientific (advice|advisers|advisors|consensus)', 'independent (experts|agencies|regulator|regulators|central bank|commission)',
        'qualified experts', 'competent (administrators|officials|professionals)', 'professional civil service', 'specialists should',
        'engineers and scientists', 'scientists and engineers', 'economists agree', 'experts agree',
        'rational (policy|planning|administration)', 'independent (technical|expert) (body|commission|agency|panel)',
        'belong(s|) with (the |)(experts|epidemiologists|engineers|economists|scientists|professionals)', 'epidemiologists',
        'by (experts|engineers|scientists|specialists|professionals)',
        'trained (economists|professionals|specialists|engineers)', 'specialists', 'professionals should', 'those who understand',
        'the experts', 'independent institutions', "arm's length",
      ],
      hints: [
        'domain expert(s|ise)', 'subject matter experts', 'technical expertise', 'expertise', 'competence', 'experts', 'economists',
        'specialist', 'qualified', 'professionals', 'competent', 'panel', 'commission', 'agency', 'advisers', 'scientific', 'planning',
      ],
    },
    {
      shows: 'names politics by mood in hostile terms',
      against: 'populist',
      telling: [
        'ideolog(ues|ical posturing)', 'populist (nonsense|slogans|promises|rhetoric|fantasies)', 'uninformed (voters|public|opinion)',
        'low information voters', 'partisan (bickering|posturing|noise)', 'science denier(s)', 'anti science', 'anti intellectual(ism)',
        'demagogue(s|ry)', 'political theater', 'political theatre', 'not ideology', 'rather than ideology',
      ],
      hints: [
        'gut feeling(s)', 'slogans',
      ],
    },
  ],
};
