export { ContentRouting } from './content-routing.js';
export { type ContentRoutingInput, type DescribedText } from './content-routing-input.js';
export { type ContentRoutingToolOptions, createContentRoutingTool } from './content-routing-tool.js';
export { type ModelSpeed } from './pipelines.js';
