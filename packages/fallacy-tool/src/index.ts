export { createCueDetector } from './cue-detector.js';
export { type Detection, type FallacyDetector } from './detector.js';
export { FALLACY_GUIDE, type FallacyGuide } from './fallacy-guide.js';
export { createFallacyTool, type FallacyToolOptions } from './fallacy-tool.js';
export { type FlatFallacyResult, toFlatResult } from './flat-result.js';
export { createTrainedDetector, type DetectorPreset, type TrainedDetectorOptions } from './trained-detector.js';
