export { createCueDetector } from './cue-detector.js';
export { type Detection, type FallacyDetector } from './detector.js';
export { FALLACY_GUIDE, type FallacyGuide } from './fallacy-guide.js';
export { createFallacyTool, DEFAULT_GATE, type FallacyToolOptions, type HybridOptions } from './fallacy-tool.js';
export { type FlatFallacyResult, toFlatResult } from './flat-result.js';
export { createTextJudge, type TextJudge, type TextJudgement } from './text-judge.js';
export { createTrainedDetector, type DetectorPreset, type TrainedDetectorOptions } from './trained-detector.js';
