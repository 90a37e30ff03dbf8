export { createTopicTool } from './create-topic-tool.js';
