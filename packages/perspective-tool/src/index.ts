export { createPerspectiveTool } from './perspective-tool.js';
