import * as z from 'zod';

/** The analyses a text can have, by the names the command line and the API use. */
export const AnalysisName = z.enum(['fallacies', 'perspectives', 'sentiment', 'topics', 'routing']);
export type AnalysisName = z.infer<typeof AnalysisName>;

/** Every analysis, in the order of a report. */
export const ANALYSIS_NAMES = AnalysisName.options;
