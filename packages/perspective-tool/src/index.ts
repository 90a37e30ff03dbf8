export { createPerspectiveTool, type PerspectiveToolOptions } from './perspective-tool.js';
