export { createTopicTool, type TopicToolOptions } from './create-topic-tool.js';
